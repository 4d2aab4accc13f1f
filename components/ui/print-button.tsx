"use client";

import { useEffect, useState } from "react";

/** Opens the browser's print window. Without JavaScript it is not there: the browser's own menu does the same. */
export function PrintButton() {
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  return (
    canPrint && (
      <button type="button" className="button button-primary" onClick={() => window.print()}>
        打印
      </button>
    )
  );
}
