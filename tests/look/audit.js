() => {
  const problems = [];
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] > 0.99) return color;
    }
    return [255, 255, 255, 1];
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className} “${element.textContent.trim().slice(0, 30)}”`;
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".unseen, .skip, [aria-hidden=true], [disabled]") && element.getClientRects().length > 0;

  const seen = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || !isShown(element)) continue;
    seen.add(element);
    const ratio = contrast(rgba(getComputedStyle(element).color), ground(element));
    if (ratio < 7) problems.push(`contrast ${ratio.toFixed(1)}: ${name(element)}`);
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 12 && !element.closest(".avatar")) problems.push(`${size}px: ${name(element)}`);
  }

  for (const element of document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")) {
    if (!isShown(element) || element.matches("p a, dd a, .skip")) continue;
    const cover = getComputedStyle(element, "::after");
    const box = cover.position === "absolute" && cover.content !== "none" ? element.closest(".row, .card, .in-place").getBoundingClientRect() : element.getBoundingClientRect();
    if (element.closest("h1, h2, h3, .event, .next-name")) continue;
    if (box.height < 47.5 || box.width < 31.5) problems.push(`target ${Math.round(box.width)}×${Math.round(box.height)}: ${name(element)}`);
  }

  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) {
    const widest = [...document.body.querySelectorAll("*")].find((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".board, .board-stages, .chips, dialog"));
    problems.push(`${wide}px wider than the screen${widest ? `: ${name(widest)}` : ""}`);
  }
  for (const image of document.images) if (!image.hasAttribute("alt")) problems.push(`no alt: ${image.src.slice(0, 60)}`);
  if (document.querySelectorAll("h1").length !== 1 && !document.querySelector("[data-sheet-part]")) problems.push(`${document.querySelectorAll("h1").length} h1`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((one, place) => ids.indexOf(one) !== place))) problems.push(`id twice: ${id}`);
  return problems;
}
