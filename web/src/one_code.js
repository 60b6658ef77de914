/** What the codes of a picture say when all of them say the same; undefined where they differ, and of no code. */
export function onlyText(texts) {
  return new Set(texts).size === 1 ? texts[0] : undefined;
}

/** A reader misses a code now and then: one that lay beside another must be seen alone so often before it is judged. */
const LOOKS_ALONE = 6;

/** What a camera shows, look after look: the text of a card that is there alone. */
export class OneCard {
  #looksToGo = 0;

  /** `onSeveral` is told of each look that shows several codes. */
  constructor(onSeveral) {
    this.onSeveral = onSeveral;
  }

  /** The text to judge after a look that found these; undefined: go on looking. */
  after(texts) {
    if (texts.length === 0) return undefined;
    const text = onlyText(texts);
    if (text === undefined) {
      this.#looksToGo = LOOKS_ALONE;
      this.onSeveral();
      return undefined;
    }
    this.#looksToGo = Math.max(0, this.#looksToGo - 1);
    return this.#looksToGo === 0 ? text : undefined;
  }
}
