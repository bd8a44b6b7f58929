// The logical page of the hall: 1080 high, 16:9, 16:10 or 4:3, whichever is nearest to the window; scaled to the window as a whole.
// A page of another shape than the window would leave a strip empty, and its text too small for the height of the screen.

/** The shape of the page. */
export type Shape = "wide" | "middle" | "standard";

/** Width of the page in its own pixels. */
export const PAGE_WIDTH: Record<Shape, number> = { wide: 1920, middle: 1728, standard: 1440 };

/** Height of the page in its own pixels. */
export const PAGE_HEIGHT = 1080;

/** The smallest text: 3.2 % of the height, rounded up; the farthest seat is about eight picture heights away. */
export const LEAST_TEXT = 35;

/** The least pitch of a result row: 5 % of the height. */
export const LEAST_PITCH = 54;

/** Returns the shape nearest to a window, on a logarithmic scale. */
export function shapeFor(width: number, height: number): Shape {
  if (width / height >= Math.sqrt((16 / 9) * (16 / 10))) return "wide";
  return width / height >= Math.sqrt((16 / 10) * (4 / 3)) ? "middle" : "standard";
}

/** Returns by how much the page is scaled to fit a window whole. */
export function scaleFor(shape: Shape, width: number, height: number): number {
  return Math.min(width / PAGE_WIDTH[shape], height / PAGE_HEIGHT);
}

/** Height of what stands between the head and the foot of a page, with a foot and without. */
export const BODY: Record<"roomy" | "compact" | "bare", number> = { roomy: 838, compact: 882, bare: 930 };
