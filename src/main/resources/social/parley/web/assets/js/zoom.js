// A picture under fingers, mouse and wheel: larger at the point one means, moved when it is large, wiped away when not.
const MOST = 8;
const STEP = 2.5;
const STILL = 8;
const SWIPE = 60;
const TWICE = 300;

export function zooming(stage, image, { swiped, left, changed }) {
  const fingers = new Map();
  let scale = 1;
  let x = 0;
  let y = 0;
  let begin;
  let tapped = 0;

  function draw() {
    image.style.transform = scale === 1 && !x && !y ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    stage.classList.toggle("zoomed", scale > 1);
    changed(scale > 1);
  }

  function reset() {
    scale = 1;
    x = y = 0;
    draw();
  }

  function clamp(value, room) {
    const most = (room * (scale - 1)) / 2;
    return Math.min(most, Math.max(-most, value));
  }

  // The point under the pointer stays where it is.
  function to(wanted, point) {
    const box = stage.getBoundingClientRect();
    const from = { x: point.x - box.left - box.width / 2, y: point.y - box.top - box.height / 2 };
    const next = Math.min(MOST, Math.max(1, wanted));
    x = from.x - ((from.x - x) * next) / scale;
    y = from.y - ((from.y - y) * next) / scale;
    scale = next;
    x = clamp(x, box.width);
    y = clamp(y, box.height);
    draw();
  }

  function middle() {
    const box = stage.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  function pair() {
    const [one, other] = [...fingers.values()];
    return { apart: Math.hypot(one.x - other.x, one.y - other.y), x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  }

  // Beside the picture, which seldom has the shape of its stage.
  function isBeside(point) {
    const box = stage.getBoundingClientRect();
    const fit = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight);
    return Math.abs(point.x - box.left - box.width / 2) > (image.naturalWidth * fit) / 2 || Math.abs(point.y - box.top - box.height / 2) > (image.naturalHeight * fit) / 2;
  }

  function press(event) {
    const twice = event.timeStamp - tapped < TWICE;
    tapped = event.timeStamp;
    if (scale === 1 && isBeside(begin)) left();
    else if (event.pointerType === "mouse" || twice) {
      tapped = 0;
      if (scale > 1) reset();
      else to(STEP, begin);
    }
  }

  function moved(event) {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2) {
      const now = pair();
      to((begin.scale * now.apart) / begin.apart, now);
      return;
    }
    const box = stage.getBoundingClientRect();
    x = begin.left + event.clientX - begin.x;
    y = begin.top + event.clientY - begin.y;
    if (scale > 1) {
      x = clamp(x, box.width);
      y = clamp(y, box.height);
    } else y = Math.max(0, y);
    draw();
  }

  function start(event) {
    if (event.button) return;
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    begin = { x: event.clientX, y: event.clientY, left: x, top: y, scale };
    if (fingers.size === 2) begin = { ...begin, ...pair(), pinched: true };
  }

  function end(event) {
    if (!fingers.delete(event.pointerId) || fingers.size) return;
    const across = event.clientX - begin.x;
    const down = event.clientY - begin.y;
    if (begin.pinched) {
      if (scale === 1) reset();
    } else if (Math.hypot(across, down) < STILL) press(event);
    else if (scale === 1) {
      reset();
      if (event.type === "pointercancel") return;
      if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(down)) swiped(across < 0 ? 1 : -1);
      else if (down > 2 * SWIPE) left();
    }
  }

  stage.addEventListener("pointerdown", start);
  stage.addEventListener("pointermove", moved);
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      to(scale * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
    },
    { passive: false },
  );
  return { reset, by: (factor) => to(scale * factor, middle()), toggle: () => (scale > 1 ? reset() : to(STEP, middle())) };
}
