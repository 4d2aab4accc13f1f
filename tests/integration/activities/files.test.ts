import { existsSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { addActivityFile, removeActivityFile } from "@/lib/activities/commands/attachments";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { findActivityFile, mayAttachToActivity } from "@/lib/activities/queries/find-file";
import { keptPath } from "@/lib/files/file-folder";
import { type Cast, castOf, trailOf } from "@/tests/integration/activities/cast";
import { activity } from "@/tests/support/factories/activities";
import { giveOwnFiles } from "@/tests/support/files/own-files";

const keep = giveOwnFiles();

let cast: Cast;
let id: string;
beforeEach(async () => {
  cast = await castOf();
  id = (await activity({ committeeId: cast.committeeId, branches: { [cast.branchId]: 3 } })).id;
});

const kept = () => keep("活动照片.pdf");

describe("files of an activity", () => {
  test("the organizer adds one, a guest reads it, the organizer takes it off and it is gone", async () => {
    const file = await kept();
    await addActivityFile(cast.staff, id, file);
    expect(await findActivityFile(cast.secretary, file.id)).toMatchObject({ name: "活动照片.pdf" });
    expect((await findActivity(cast.secretary, id))?.attachments).toHaveLength(1);
    await removeActivityFile(cast.staff, { id: file.id });
    expect(await findActivityFile(cast.staff, file.id)).toBeNull();
    expect(existsSync(keptPath(file.id))).toBe(false);
    expect(await trailOf(id)).toEqual(["attachment.add", "attachment.remove"]);
  });

  test("S28: by a guessed id no stranger finds one, and neither they nor a guest add or remove one", async () => {
    const file = await kept();
    await addActivityFile(cast.staff, id, file);
    for (const actor of cast.strangers) expect(await findActivityFile(actor, file.id)).toBeNull();
    for (const actor of [...cast.strangers, cast.secretary]) {
      expect(await mayAttachToActivity(actor, id)).toBe(false);
      const refused = await kept();
      await expect(addActivityFile(actor, id, refused)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      expect(existsSync(keptPath(refused.id))).toBe(false);
      await expect(removeActivityFile(actor, { id: file.id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(existsSync(keptPath(file.id))).toBe(true);
  });

  test("what is called off takes none", async () => {
    const off = await activity({ committeeId: cast.committeeId, status: "CANCELLED" });
    await expect(addActivityFile(cast.staff, off.id, await kept())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});
