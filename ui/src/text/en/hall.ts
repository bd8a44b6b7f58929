import type { Text } from "../zh";

export const hall: Text["hall"] = {};
