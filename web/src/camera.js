import { pixels } from './picture.js';

const BETWEEN_LOOKS_MS = 120;

/** A camera that is looked through until a look finds something. */
export class Camera {
  #stream = null;
  #canvas = document.createElement('canvas');

  constructor(video) {
    this.video = video;
  }

  /** Rejects when there is no camera or it is not allowed. */
  async start() {
    this.stop();
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    this.#stream = stream;
    this.video.srcObject = stream;
    await this.video.play();
  }

  stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.video.srcObject = null;
  }

  /** What `look(ImageData)` found first; undefined when the camera was stopped before. */
  async until(look) {
    const stream = this.#stream;
    while (stream && stream === this.#stream) {
      const { videoWidth: width, videoHeight: height } = this.video;
      const found = width > 0 ? await look(pixels(this.#canvas, this.video, width, height)) : undefined;
      if (found !== undefined) return stream === this.#stream ? found : undefined;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    return undefined;
  }
}
