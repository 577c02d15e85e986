// A card is carried to another stage (carry.js). A stage that asks for a reason, and all without script, goes by the
// "Move to…" page.

let reached = 0; // a board that comes anew stays there

behaviour("board", (board) => {
  board.scrollLeft = reached;
  board.onscroll = () => (reached = board.scrollLeft);
  const linkOf = (card) => card.querySelector("[data-move-menu]");
  const menu = (card) => linkOf(card).click();
  carry(board, { item: "[data-card]", place: "[data-stage]", leave: "button, .card-menu", drop, beside, menu });

  function beside(card, key) {
    const stages = [...board.querySelectorAll("[data-stage]")];
    return stages[stages.indexOf(card.closest("[data-stage]")) + { ArrowLeft: -1, ArrowRight: 1 }[key]];
  }

  function drop(card, place) {
    const { stage, asks } = place.dataset;
    if (place.contains(card)) return;
    if (asks === "reason") return follow(linkOf(card), `${linkOf(card).href}?stage=${stage}`);
    const put = () => place.querySelector("[data-cards]").prepend(card);
    sendCarried(card, put, card.dataset.card, "#board-region", { stage, revision: card.dataset.revision });
  }
});

// The strip of stages shows which column the thumb has reached.
behaviour("board-stages", (strip) => {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const link = strip.querySelector(`a[href="#${CSS.escape(target.id)}"]`);
        link?.toggleAttribute("aria-current", isIntersecting);
        if (isIntersecting && link) strip.scrollTo({ left: link.offsetLeft - strip.clientWidth / 3 });
      }
    },
    { threshold: 0.6 },
  );
  document.querySelectorAll("[data-stage]").forEach((stage) => seen.observe(stage));
});
