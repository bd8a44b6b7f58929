import type { Text } from "../zh";

export const papers: Text["papers"] = {};
