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

/** Draws every page, `width` pixels wide on the screen; null when it left off because something newer waits. */
export async function draw(
  bytes: Uint8Array,
  width: number,
  stale: () => boolean,
): Promise<HTMLCanvasElement[] | null> {
  const pdf = await library();
  const task = pdf.getDocument({ data: bytes, isEvalSupported: false, useWasm: false });
  try {
    return await drawn(await task.promise, width, stale);
  } finally {
    await task.destroy();
  }
}

async function drawn(
  document: PDFDocumentProxy,
  width: number,
  stale: () => boolean,
): Promise<HTMLCanvasElement[] | null> {
  const canvases: HTMLCanvasElement[] = [];
  const finer = window.devicePixelRatio || 1;
  for (let number = 1; number <= document.numPages; number++) {
    if (stale()) return null;
    const page = await document.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width * finer) / plain.width });
    const canvas = window.document.createElement("canvas");
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.style.width = `${width}px`;
    await page.render({ canvas, viewport }).promise;
    canvases.push(canvas);
  }
  return canvases;
}
