// @ts-check
/**
 * Takes the frame that shows the plan as it will look; fills it when it comes near to view, piece by piece, so that a
 * plan of a thousand actions is laid out without the page standing still. No script runs in it.
 */
import { drawn } from "./slices.js";

/** Characters written between two pictures. */
const MOST = 30_000;

export class Preview {
  #asked = 0;
  #stale = true;
  #near = false;
  /** @type {Promise<void>} */
  #drawing = Promise.resolve();

  /**
   * @param {any} $frame
   * @param {() => Promise<Uint8Array>} get gives the document
   * @param {(error: any) => void} failed
   */
  constructor($frame, get, failed) {
    this.$frame = $frame;
    this.get = get;
    this.failed = failed;
    const watch = new IntersectionObserver((seen) => this.#seen(seen.some((one) => one.isIntersecting)), { rootMargin: "50%" });
    watch.observe($frame);
  }

  /** The plan has changed, or who reads it. */
  changed() {
    this.#stale = true;
    if (this.#near) this.#draw();
  }

  /** Print it, as the plan is now. */
  async print() {
    if (this.#stale) this.#draw();
    await this.#drawing;
    if (!this.#stale) this.$frame.contentWindow.print();
  }

  /** @param {boolean} near */
  #seen(near) {
    this.#near = near;
    if (near && this.#stale) this.#draw();
  }

  /** Only the newest answer counts. */
  #draw() {
    const asked = ++this.#asked;
    this.#stale = false;
    this.#drawing = this.#filled(asked).catch((error) => {
      if (asked !== this.#asked) return;
      this.#stale = true;
      this.failed(error);
    });
  }

  /** @param {number} asked */
  async #filled(asked) {
    const text = new TextDecoder().decode(await this.get());
    if (asked !== this.#asked) return;
    const { contentDocument: page } = this.$frame;
    page.open();
    for (let at = 0; at < text.length; ) {
      let end = text.indexOf("<", at + MOST);
      if (end < 0) end = text.length;
      page.write(text.slice(at, end));
      at = end;
      await drawn();
      if (asked !== this.#asked) return;
    }
    page.close();
  }
}
