'use strict';
/*
 * Questions asked inside a page. `kit` is evaluated there once and leaves window.__kit; the checks call its functions
 * from their own tab.evaluate().
 */

function kit() {
  const SKIPPED = 'script, style, template, noscript, title, head, datalist, option';
  const INTERACTIVE =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

  const inClosedDetails = (element) => {
    const details = element.closest('details:not([open])');
    return details !== null && !element.closest('summary');
  };
  const shown = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.getClientRects().length > 0;
  const clippedAway = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      const style = getComputedStyle(at);
      if (box.width <= 2 && box.height <= 2 && style.overflow !== 'visible') return true;
      if (style.clipPath === 'inset(50%)') return true;
    }
    return false;
  };
  const describe = (element) => {
    const name =
      element.localName +
      (element.id ? `#${element.id}` : '') +
      [...element.classList].map((c) => `.${c}`).join('');
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    return `<${name}> ${words.slice(0, 40)}`;
  };
  const texts = (root = document.body) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeValue.trim() && !node.parentElement.closest(SKIPPED)) nodes.push(node);
    }
    return nodes;
  };

  const colourOf = (() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    return (css) => {
      if (!known.has(css)) {
        const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
        if (plain)
          known.set(css, [
            +plain[1],
            +plain[2],
            +plain[3],
            plain[4] === undefined ? 1 : +plain[4],
          ]);
        else {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = css;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
          known.set(css, [r, g, b, a / 255]);
        }
      }
      return known.get(css);
    };
  })();
  const over = ([r, g, b, a], [R, G, B]) => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) =>
      (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const canvasColour = () => {
    const probe = document.createElement('i');
    document.documentElement.append(probe);
    probe.style.setProperty('color', 'Canvas');
    const css = getComputedStyle(probe).color;
    probe.remove();
    return colourOf(css);
  };
  /* What is painted behind the element's own box (from its parent up when `outside`): every colour a gradient may show. */
  const backgrounds = (element, outside = false) => {
    const layers = [];
    let settled = false;
    for (
      let at = outside ? element.parentElement : element;
      at && !settled;
      at = at.parentElement
    ) {
      const style = getComputedStyle(at);
      const stops =
        style.backgroundImage === 'none'
          ? []
          : (style.backgroundImage.match(/rgba?\([^)]*\)|color\([^)]*\)/g) ?? []);
      if (stops.length) layers.push(stops.map(colourOf));
      settled = stops.length > 0 && stops.every((css) => colourOf(css)[3] === 1);
      const colour = colourOf(style.backgroundColor);
      if (!settled && colour[3] > 0) layers.push([colour]);
      settled ||= colour[3] === 1;
    }
    let under = settled ? layers.pop() : [canvasColour()];
    while (layers.length) {
      const above = layers.pop();
      under = above.flatMap((top) => under.map((bottom) => over(top, bottom))).slice(0, 16);
    }
    return under;
  };
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  /* The lowest contrast of a colour on the element over everything that may lie behind it. */
  const lowest = (css, element, outside = false) => {
    const [r, g, b, a] = colourOf(css);
    const alpha = a * opacityOf(element);
    return Math.min(
      ...backgrounds(element, outside).map((back) =>
        contrast(over([r, g, b, alpha], back), back),
      ),
    );
  };
  const focusables = () =>
    [...document.querySelectorAll(INTERACTIVE)].filter(
      (element) =>
        !element.disabled &&
        element.tabIndex >= 0 &&
        !inClosedDetails(element) &&
        !element.closest('[inert]') &&
        element.checkVisibility({ checkVisibilityCSS: true }),
    );

  window.__kit = {
    INTERACTIVE,
    inClosedDetails,
    shown,
    clippedAway,
    describe,
    texts,
    colourOf,
    contrast,
    backgrounds,
    lowest,
    focusables,
  };
}

/* Evaluated in the tab after each navigation. */
const install = (tab) => tab.evaluate(kit);

module.exports = { install };
