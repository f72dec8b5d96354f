// Times taken inside the page: how long its C++ computes, and when a frame that shows an event is there.

/** To be called before the page is loaded: from then on it counts the time spent in the exports of its modules. */
export function watchCore(page) {
  return page.addInitScript(() => {
    window.coreTime = 0;
    const timed =
      (call) =>
      (...parts) => {
        const start = performance.now();
        const result = call(...parts);
        window.coreTime += performance.now() - start;
        return result;
      };
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...parts) => {
      const { exports } = await instantiate(...parts);
      const counted = Object.entries(exports).map(([name, value]) =>
        /^(pli|canvas)_/.test(name) ? [name, timed(value)] : [name, value],
      );
      return { exports: Object.fromEntries(counted) };
    };
  });
}

/**
 * From here on, keeps for each event of this type the time from it to the end of the frame that shows it, and what of
 * that was C++: a message posted in an animation frame arrives once that frame is drawn.
 */
export function watchFrames(page, type) {
  return page.evaluate((type) => {
    window.framesSeen = [];
    document.addEventListener(
      type,
      ({ timeStamp }) => {
        const before = window.coreTime;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () =>
            window.framesSeen.push({
              shown: performance.now() - timeStamp,
              core: window.coreTime - before,
            });
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, type);
}

/** What watchFrames kept, once there are that many: [{shown, core}], in ms. */
export async function framesSeen(page, count) {
  await page.waitForFunction((count) => window.framesSeen.length >= count, count);
  return page.evaluate(() => window.framesSeen);
}

/** Presses this many keys in a field, at the pace of a fast typist, and gives the times of all but the first ones. */
export async function typeInto(page, field, { keys, warmUp }) {
  const pace = 100; // ms: faster keys would measure how the browser's work queues up
  await watchFrames(page, "keydown");
  await field.fill("");
  await field.focus();
  for (let key = 0; key < keys; key++) {
    if (key % 20 === 19) await field.fill("");
    await page.keyboard.press("abcdefghijklmnopqrstuvwxyz"[key % 26]);
    await page.waitForTimeout(pace);
  }
  return (await framesSeen(page, keys)).slice(warmUp);
}
