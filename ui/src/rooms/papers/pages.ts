// The real pages of a paper: its PDF drawn in the window by pdf.js, nothing fetched from anywhere.
import type { PDFDocumentProxy } from "pdfjs-dist";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

let loading: Promise<typeof import("pdfjs-dist")> | null = null;

function library(): Promise<typeof import("pdfjs-dist")> {
  loading ??= import("pdfjs-dist/legacy/build/pdf.mjs").then((pdf) => {
    pdf.GlobalWorkerOptions.workerSrc = worker;
    return pdf;
  });
  return loading;
}

/** A paper whose pages are drawn as they are asked for. */
export type OpenedPaper = {
  /** Height of each page on the screen, in pixels. */
  readonly heights: number[];
  /** Draws a page, counted from 0; one at a time, so that whoever types in between is not kept waiting. */
  draw(page: number): Promise<HTMLCanvasElement>;
  close(): Promise<void>;
};

/** Opens a paper, its pages `width` pixels wide on the screen. */
export async function openPaper(bytes: Uint8Array, width: number): Promise<OpenedPaper> {
  const pdf = await library();
  const task = pdf.getDocument({ data: bytes, isEvalSupported: false, useWasm: false });
  const document = await task.promise;
  const heights: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const plain = (await document.getPage(number)).getViewport({ scale: 1 });
    heights.push(Math.round((plain.height * width) / plain.width));
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    heights,
    draw(page) {
      const drawn = last.then(() => drawPage(document, page + 1, width));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    close: () => task.destroy(),
  };
}

async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
): Promise<HTMLCanvasElement> {
  const finer = window.devicePixelRatio || 1;
  const page = await document.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width * finer) / plain.width });
  const canvas = window.document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${width}px`;
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
