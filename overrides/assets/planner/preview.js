// @ts-check
/**
 * Takes the place of a frame that shows the plan as it will look; makes and fills it when it comes near to view, and on as
 * it is scrolled, so that a plan of a thousand actions is not laid out where nobody looks. No script runs in it.
 */
import { drawn } from "./slices.js";

/** Bytes written between two pictures. */
const MOST = 8_000;
/** The frame begins with all up to here; the rest is written into it. */
const BODY = "<main>";

/** A document on its way into the frame. */
class Drawing {
  #decoder = new TextDecoder();
  #at = 0;

  /** @param {any} $frame @param {Uint8Array} bytes */
  constructor($frame, bytes) {
    this.$frame = $frame;
    this.bytes = bytes;
    // What is written here is parsed without a page around it, so nothing seems to load while the rest waits.
    this.source = document.implementation.createHTMLDocument();
  }

  get done() {
    return this.#at >= this.bytes.length;
  }

  /** Whether the reader is, or may soon be, where it ends so far. */
  get isNear() {
    const { scrollHeight, scrollTop, clientHeight } = this.$frame.contentDocument.documentElement;
    return scrollTop + 3 * clientHeight > scrollHeight;
  }

  begin() {
    let head = "";
    while (!head.includes(BODY) && !this.done) head += this.#next();
    const [before, rest = ""] = head.split(BODY);
    const page = this.$frame.contentDocument;
    page.open();
    page.write(before);
    page.close();
    this.source.write(BODY);
    page.body.append(/** @type {any} */ (this.source.querySelector("main"))); // what is parsed goes on into it
    this.source.write(rest);
  }

  more() {
    this.source.write(this.#next());
  }

  #next() {
    const begun = this.#at;
    this.#at = Math.min(begun + MOST, this.bytes.length);
    return this.#decoder.decode(this.bytes.subarray(begun, this.#at), { stream: !this.done });
  }
}

export class Preview {
  #asked = 0;
  #stale = true;
  #near = false;
  /** @type {Drawing | null} */
  #drawing = null;
  #busy = false;
  /** @type {Promise<void>} */
  #filled = Promise.resolve();

  /**
   * @param {any} $place with a template of the frame
   * @param {() => Promise<Uint8Array>} get gives the document
   * @param {(error: any) => void} failed
   */
  constructor($place, get, failed) {
    this.$place = $place;
    this.get = get;
    this.failed = failed;
    const watch = new IntersectionObserver((seen) => this.#seen(seen.some((one) => one.isIntersecting)), { rootMargin: "50%" });
    watch.observe($place);
  }

  /** Made when it is first needed: a frame is a page of its own, and would hold up the one around it. */
  get $frame() {
    const $template = this.$place.querySelector("template");
    if ($template) $template.replaceWith($template.content);
    return this.$place.querySelector("iframe");
  }

  /** The plan has changed, or who reads it. */
  changed() {
    this.#stale = true;
    if (this.#near) this.#draw();
  }

  /** Print it, as the plan is now, to its end. */
  async print() {
    if (this.#stale) this.#draw();
    await this.#filled;
    while (this.#drawing && !this.#drawing.done) this.#drawing.more();
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
    this.#filled = this.#fill(asked).catch((error) => {
      if (asked !== this.#asked) return;
      this.#stale = true;
      this.failed(error);
    });
  }

  /** @param {number} asked */
  async #fill(asked) {
    const bytes = await this.get();
    if (asked !== this.#asked) return;
    this.#drawing = new Drawing(this.$frame, bytes);
    this.#drawing.begin();
    this.$frame.contentDocument.addEventListener("scroll", () => this.#more()); // the frame forgets it when it begins anew
    await this.#more();
  }

  /** Write on until the end is out of sight. */
  async #more() {
    if (this.#busy) return;
    this.#busy = true;
    await drawn();
    while (this.#drawing && !this.#drawing.done && this.#drawing.isNear) {
      this.#drawing.more();
      await drawn();
    }
    this.#busy = false;
  }
}
