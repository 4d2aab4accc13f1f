"use client";

import { useEffect } from "react";
import { forgetAllDrafts } from "@/components/summaries/drafts/draft-store";

/** Stands on the page one sees after logging out. */
export function ForgetDrafts() {
  useEffect(forgetAllDrafts, []);
  return null;
}
