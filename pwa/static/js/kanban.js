// A card moves by mouse and touch (carry.js), by keyboard (Alt+arrows, m for "Move to…"). A stage that asks for a
// reason, and everything without script, goes by the "Move to…" page.
// Brought in anew, the board stays where one was.

let reached = 0;

behaviour("board", (board) => {
  board.scrollLeft = reached;
  board.onscroll = () => (reached = board.scrollLeft);
  carry(board, {
    item: "[data-card]",
    place: "[data-stage]",
    leave: "button, .card-menu",
    drop: (card, stage) => stage !== card.closest("[data-stage]") && move(card, stage),
  });

  board.addEventListener("keydown", (event) => {
    const card = event.target.closest("[data-card]");
    if (!card) return;
    if (event.key === "m" && !event.ctrlKey && !event.metaKey) card.querySelector("[data-move-menu]").click();
    const step = event.altKey && { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stages = [...board.querySelectorAll("[data-stage]")];
    const next = stages[stages.indexOf(card.closest("[data-stage]")) + step];
    if (next) move(card, next);
  });

  function move(card, stage) {
    if (stage.dataset.asks === "reason") {
      const menu = card.querySelector("[data-move-menu]");
      return follow(menu, `${menu.href}?stage=${stage.dataset.stage}`);
    }
    const [from, next] = [card.parentElement, card.nextSibling];
    stage.querySelector("[data-cards]").prepend(card);
    card.querySelector("a").focus({ preventScroll: true });
    const values = { stage: stage.dataset.stage, revision: card.dataset.revision };
    sendCarried(board, card.dataset.card, "#board-region", values, () => card.isConnected && from.insertBefore(card, next));
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
