// Something is carried to another place: by mouse (drag), by touch (a long press lifts it, a swipe scrolls), by keyboard
// (Alt and an arrow to the place `beside`, m for its `menu`: "Move to…"). `item` and `place` are selectors of what can be
// carried and where to; `leave` of what is pressed for itself.

const LONG_PRESS_MS = 350;
const SLOP = 8;
const EDGE = 56;
const BAR = 64;

globalThis.carry = (root, { item, place, leave = "button", drop, beside, menu }) => {
  let press = null;
  let lift = null;
  let watch = null;

  on(root, "pointerdown", (event) => {
    const carried = event.target.closest(item);
    if (lift || !carried || event.button !== 0 || event.target.closest(leave)) return;
    forget();
    press = { carried, x: event.x, y: event.y, isTouch: event.pointerType !== "mouse" };
    if (press.isTouch) press.timer = setTimeout(raise, LONG_PRESS_MS);
    watch = new AbortController();
    const { signal } = watch;
    on(window, "pointermove", moved, { signal });
    on(window, "pointerup pointercancel", ({ type }) => (lift ? land(type === "pointerup") : forget()), { signal });
    on(window, "keydown", (key) => key.key === "Escape" && lift && land(false), { signal });
  });
  // Once it is lifted the finger carries it and no longer scrolls.
  on(root, "touchmove", (event) => lift && event.preventDefault(), { passive: false });
  on(root, "contextmenu", (event) => (press || lift) && event.preventDefault());
  on(root, "dragstart", (event) => event.preventDefault());
  on(root, "keydown", (event) => {
    const carried = event.target.closest(item);
    if (!carried || withCommand(event)) return;
    if (event.key === "m") menu(carried);
    const target = event.altKey && beside(carried, event.key);
    if (!target) return;
    event.preventDefault();
    drop(carried, target);
  });

  function forget() {
    clearTimeout(press?.timer);
    watch?.abort();
    press = null;
  }

  function moved(event) {
    if (lift) return go(event);
    if (!press || Math.hypot(event.x - press.x, event.y - press.y) < SLOP) return;
    if (press.isTouch) forget();
    else raise(event);
  }

  function raise(now = press) {
    const { carried, x, y } = press;
    const box = carried.getBoundingClientRect();
    const ghost = carried.cloneNode(true);
    ghost.removeAttribute("id");
    ghost.classList.add("is-lifted");
    ghost.setAttribute("aria-hidden", "true");
    ghost.style.inlineSize = `${box.width}px`;
    carried.after(ghost); // looks as it looks where it is
    carried.classList.add("is-placeholder");
    root.classList.add("is-lifting");
    lift = { carried, ghost, left: x - box.left, top: y - box.top, target: null };
    press = null;
    navigator.vibrate?.(12);
    go(now);
    scrollAtEdges();
  }

  function go({ x, y }) {
    Object.assign(lift, { x, y });
    lift.ghost.style.left = `${x - lift.left}px`;
    lift.ghost.style.top = `${y - lift.top}px`;
    const target = document.elementFromPoint(x, y)?.closest(place) ?? null;
    if (target === lift.target) return;
    lift.target?.classList.remove("is-target");
    target?.classList.add("is-target");
    lift.target = target;
  }

  function scrollAtEdges() {
    if (!lift) return;
    const { left, right } = root.getBoundingClientRect();
    if (lift.x < left + EDGE) root.scrollLeft -= 10;
    if (lift.x > Math.min(right, innerWidth) - EDGE) root.scrollLeft += 10;
    if (lift.y < BAR + EDGE / 2) scrollBy(0, -8);
    if (lift.y > innerHeight - BAR - EDGE / 2) scrollBy(0, 8);
    go(lift);
    requestAnimationFrame(scrollAtEdges);
  }

  function land(drops) {
    const { carried, ghost, target } = lift;
    ghost.remove();
    carried.classList.remove("is-placeholder");
    target?.classList.remove("is-target");
    root.classList.remove("is-lifting");
    lift = null;
    forget();
    swallowClick(window, 50);
    if (drops && target) drop(carried, target);
  }
};

// The click that a drag ends with opens nothing.
globalThis.swallowClick = (place, ms) => {
  const signal = AbortSignal.timeout(ms);
  on(place, "click", (event) => (event.preventDefault(), event.stopPropagation()), { capture: true, once: true, signal });
};

// Puts it there and tells the server; the region comes back as it is by then, or what was carried goes back.
globalThis.sendCarried = (carried, put, address, region, values) => {
  const [home, next] = [carried.parentElement, carried.nextSibling];
  put();
  carried.querySelector("a").focus({ preventScroll: true });
  const back = () => home.isConnected && home.insertBefore(carried, next);
  on(home, "htmx:responseError htmx:sendError htmx:timeout", back, { once: true });
  values = { operation_id: newOperationId(), ...values };
  htmx.ajax("POST", address, { source: home, target: region, select: region, swap: "outerHTML", values }).catch(back);
};

// Opens an address as a link of the page opens its own.
globalThis.follow = (link, address) => {
  const { href } = link;
  link.href = address;
  link.click();
  link.href = href;
};
