"use client";

import { useEffect, useRef, useState } from "react";
import type { NewItem, Queue } from "@/components/field/queue/item";
import { enqueued } from "@/components/field/queue/queue";
import { type FieldSync, type Standing, startFieldSync } from "@/components/field/sync/field-sync";
import type { FieldPack } from "@/lib/field/queries/field-pack";

/** The desk's state on this device, and what can be done with it. */
export function useField(initial: FieldPack) {
  const [pack, setPack] = useState(initial);
  const [queue, setQueue] = useState<Queue>([]);
  const [standing, setStanding] = useState<Standing>({ kind: "idle" });
  const sync = useRef<FieldSync>(null);
  const first = useRef(initial);
  useEffect(() => {
    const started = startFieldSync(first.current, { pack: setPack, queue: setQueue, standing: setStanding });
    sync.current = started;
    return started.stop;
  }, []);
  const change = async (by: (queue: Queue) => Queue) => sync.current?.change(by);
  return {
    pack,
    queue,
    standing,
    change,
    save: (item: NewItem) => change((before) => enqueued(before, item)),
    send: () => void sync.current?.send(),
  };
}

export type Field = ReturnType<typeof useField>;
