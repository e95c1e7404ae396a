'use strict';
/* Pictures of one page of each type, for people to look at: two widths, two schemes, and forced colours once. */

const path = require('node:path');
const { eachPage, openFile } = require('./browser');

const VARIANTS = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
];
const TALLEST_PX = 12000;

async function snap(tab, file) {
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  const { width } = tab.viewportSize();
  await tab.screenshot({
    path: file,
    fullPage: true,
    animations: 'disabled',
    ...(height > TALLEST_PX && { fullPage: false, clip: { x: 0, y: 0, width, height: 740 } }),
  });
}

/* Writes folder/SITE-TYPE-WIDTH-SCHEME.png and resolves to the number of files. */
async function takePictures({ site, browser, folder }) {
  /* Of each type the largest page shows most. */
  const bySize = site.pages
    .filter(({ type }) => type !== 'alih')
    .sort((a, b) => a.html.length - b.html.length);
  const pages = [...new Map(bySize.map((page) => [page.type, page])).values()];
  let count = 0;
  await eachPage(browser, pages, { reducedMotion: 'reduce' }, async (tab, page) => {
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await openFile(tab, page);
    const name = (suffix) => path.join(folder, `${site.name}-${page.type}-${suffix}.png`);
    for (const { width, colorScheme } of VARIANTS) {
      await tab.setViewportSize({ width, height: 740 });
      await tab.emulateMedia({ colorScheme, forcedColors: 'none' });
      await snap(tab, name(`${width}-${colorScheme}`));
      count++;
    }
    await tab.setViewportSize({ width: 360, height: 740 });
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await snap(tab, name('360-forced'));
    count++;
  });
  return count;
}

module.exports = { takePictures };
