import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { decryptPersonal } from "@/lib/crypto/personal";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject } from "@/lib/instructors/commands/editable-instructor";
import { revealPurposeLabels } from "@/lib/instructors/labels";
import { canEditInstructor, visibleInstructors } from "@/lib/instructors/policy";
import type { RevealedPhone } from "@/lib/instructors/schema";

/** The full phone of an instructor, for a purpose that goes into the trail; the number itself does not. */
export async function revealPhone(actor: Actor, input: RevealedPhone): Promise<string> {
  const { sealed } = await command(actor, "instructor.reveal", input, async (tx, record) => {
    const instructor = await tx.instructor.findFirst({
      where: { AND: [visibleInstructors(actor), { id: input.id }] },
      select: { id: true, name: true, committeeId: true, phoneCipher: true },
    });
    if (!instructor || !canEditInstructor(actor, instructor)) throw notFound("党建指导员");
    if (!instructor.phoneCipher) throw new DomainError("WRONG_STATE", "该指导员没有登记手机号。请返回指导员页面。");
    const purpose = input.purpose === "OTHER" ? "其他" : revealPurposeLabels[input.purpose];
    await record({
      ...auditSubject(instructor),
      reason: input.detail ? `${purpose}：${input.detail}` : purpose,
      after: { field: "phone" },
    });
    return { sealed: instructor.phoneCipher };
  });
  return decryptPersonal(sealed);
}
