'use strict';
/* How a reader uses the search, whatever it looks like: the visible search field, words, links that appear. */

const FIELD =
  'input[type=search], [role=search] input[type=text], form[role=search] input:not([type])';

async function searchField(tab) {
  const field = tab.locator(FIELD).locator('visible=true').first();
  return (await field.count()) ? field : null;
}

/* Types the words as a person would and waits until the page has stopped changing. */
async function typeQuery(tab, field, words) {
  await field.focus();
  await field.fill('');
  await field.pressSequentially(words, { delay: 5 });
  await settle(tab);
}

async function settle(tab, quietMs = 350, mostMs = 3000) {
  await tab.evaluate(
    ([quiet, most]) =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, quiet);
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        setTimeout(resolve, most);
      }),
    [quietMs, mostMs],
  );
}

module.exports = { searchField, typeQuery, settle };
