// A card moves by mouse (drag), by touch (a long press lifts it, a swipe scrolls), by keyboard (Alt+arrows, m for
// "Move to…"). A stage that asks for a reason, and everything without script, goes by the "Move to…" page.

const LONG_PRESS_MS = 350;
const SLOP = 8;
const EDGE = 56;

behaviour("board", (board) => {
  let lift = null;
  let press = null;

  board.addEventListener("pointerdown", (event) => {
    const card = event.target.closest("[data-card]");
    if (!card || event.button !== 0 || event.target.closest("button, .card-menu")) return;
    press = { card, x: event.clientX, y: event.clientY, id: event.pointerId, isTouch: event.pointerType !== "mouse" };
    if (press.isTouch) press.timer = setTimeout(() => press && raise(), LONG_PRESS_MS);
  });

  addEventListener("pointermove", (event) => {
    if (!board.isConnected) return;
    if (lift) return carry(event.clientX, event.clientY);
    if (!press || Math.hypot(event.clientX - press.x, event.clientY - press.y) < SLOP) return;
    if (press.isTouch) forget();
    else raise();
  });
  addEventListener("pointerup", () => (lift ? drop() : forget()));
  addEventListener("pointercancel", () => (lift ? putBack() : forget()));
  // Once a card is lifted the finger carries it and no longer scrolls.
  board.addEventListener("touchmove", (event) => lift && event.preventDefault(), { passive: false });
  board.addEventListener("contextmenu", (event) => (press || lift) && event.preventDefault());
  board.addEventListener("dragstart", (event) => event.preventDefault());

  board.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lift) return putBack();
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

  function forget() {
    clearTimeout(press?.timer);
    press = null;
  }

  function raise() {
    const { card, x, y } = press;
    const box = card.getBoundingClientRect();
    const ghost = card.cloneNode(true);
    ghost.removeAttribute("id");
    ghost.classList.add("is-lifted");
    ghost.setAttribute("aria-hidden", "true");
    ghost.style.inlineSize = `${box.width}px`;
    board.append(ghost);
    card.classList.add("is-placeholder");
    board.classList.add("is-lifting");
    lift = { card, ghost, left: x - box.left, top: y - box.top, target: null };
    navigator.vibrate?.(12);
    forget();
    carry(x, y);
    scrollAtEdges();
  }

  function carry(x, y) {
    Object.assign(lift, { x, y });
    lift.ghost.style.left = `${x - lift.left}px`;
    lift.ghost.style.top = `${y - lift.top}px`;
    const target = document.elementFromPoint(x, y)?.closest("[data-stage]") ?? null;
    if (target === lift.target) return;
    lift.target?.classList.remove("is-target");
    target?.classList.add("is-target");
    lift.target = target;
  }

  function scrollAtEdges() {
    if (!lift) return;
    const box = board.getBoundingClientRect();
    if (lift.x < box.left + EDGE) board.scrollLeft -= 10;
    if (lift.x > Math.min(box.right, innerWidth) - EDGE) board.scrollLeft += 10;
    carry(lift.x, lift.y);
    requestAnimationFrame(scrollAtEdges);
  }

  function putBack() {
    const { card, ghost, target } = lift;
    ghost.remove();
    card.classList.remove("is-placeholder");
    target?.classList.remove("is-target");
    board.classList.remove("is-lifting");
    lift = null;
    // The click that a drag ends with opens nothing.
    const swallow = (event) => event.target.closest("[data-card]") && (event.preventDefault(), event.stopPropagation());
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
  }

  function drop() {
    const { card, target } = lift;
    putBack();
    if (target && target !== card.closest("[data-stage]")) move(card, target);
  }

  function move(card, stage) {
    if (stage.dataset.asks === "reason") {
      const menu = card.querySelector("[data-move-menu]");
      const link = menu.href;
      menu.href = `${link}?stage=${encodeURIComponent(stage.dataset.stage)}`;
      menu.click();
      menu.href = link;
      return;
    }
    const from = card.parentElement;
    const before = card.nextSibling;
    stage.querySelector("[data-cards]").prepend(card);
    card.querySelector("a").focus({ preventScroll: true });
    htmx
      .ajax("POST", card.dataset.card, {
        source: board,
        target: "#board-region",
        select: "#board-region",
        swap: "outerHTML",
        values: { operation_id: newOperationId(), stage: stage.dataset.stage, revision: card.dataset.revision },
      })
      .catch(() => from.insertBefore(card, before));
    const undo = () => card.isConnected && from.insertBefore(card, before);
    board.addEventListener("htmx:responseError", undo, { once: true });
    board.addEventListener("htmx:sendError", undo, { once: true });
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
