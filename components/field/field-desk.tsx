"use client";

import { useState } from "react";
import type { Save } from "@/components/field/forms/use-draft";
import { type Field, useField } from "@/components/field/use-field";
import { type Place, usePlace } from "@/components/field/use-place";
import { FormView } from "@/components/field/views/form-view";
import { HomeView } from "@/components/field/views/home-view";
import { QueueView } from "@/components/field/views/queue-view";
import { StatusBar } from "@/components/field/views/status-bar";
import type { FieldPack } from "@/lib/field/queries/field-pack";

/**
 * The instructor's desk on a phone, with or without a network. Until the page is alive, and without JavaScript, it is a
 * list whose links lead to the portal's own forms.
 */
export function FieldDesk({ initial }: { initial: FieldPack }) {
  const field = useField(initial);
  const place = usePlace();
  const [answer, setAnswer] = useState("");

  const save: Save = async (item, forget) => {
    try {
      await field.save(item);
      await forget();
      setAnswer(`已保存：${item.title}`);
      location.hash = "home";
    } catch {
      setAnswer("本机没有保存成功，填写的内容仍在本页。请检查手机存储空间后再次保存。");
    }
  };

  return (
    <div className="grid max-w-xl gap-3">
      {place && <StatusBar standing={field.standing} queue={field.queue} onSend={field.send} />}
      <p role="status" className="font-medium text-good empty:hidden">
        {answer}
      </p>
      {place && place.view !== "home" && (
        <a href="#home" className="button w-full justify-self-start">
          返回外勤
        </a>
      )}
      <View field={field} place={place} onSave={save} />
    </div>
  );
}

function View({ field, place, onSave }: { field: Field; place: Place | null; onSave: Save }) {
  const { pack, queue } = field;
  if (!place || place.view === "home") return <HomeView pack={pack} queue={queue} isAlive={place !== null} />;
  if (place.view === "queue") return <QueueView userId={pack.userId} queue={queue} onChange={field.change} />;
  return <FormView key={`${place.view}/${place.id}`} field={field} place={place} onSave={onSave} />;
}
