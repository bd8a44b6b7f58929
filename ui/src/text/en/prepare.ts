import type { Text } from "../zh";

export const prepare: Text["prepare"] = {};
