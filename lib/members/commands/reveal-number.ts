import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { validOn } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { DomainError, notFound } from "@/lib/errors";
import { personalNumberLabels, revealPurposeLabels } from "@/lib/members/labels";
import { canRevealIdNumber, canRevealPhone, visibleMembers } from "@/lib/members/policy";
import type { RevealedNumber } from "@/lib/members/schema";

/**
 * The full ID number or phone of a member, for a purpose that goes into the trail. The number itself stands neither
 * there nor, in clear, in what is kept for a second press. Refuses who may only see it masked.
 */
export async function revealNumber(actor: Actor, input: RevealedNumber): Promise<string> {
  const { sealed } = await command(actor, "member.reveal", input, async (tx, record) => {
    const member = await tx.member.findFirst({
      where: { AND: [visibleMembers(actor), { id: input.id }] },
      select: {
        committeeId: true,
        name: true,
        idNumberCipher: true,
        phoneCipher: true,
        memberships: { where: validOn(actor.day), select: { branchId: true } },
      },
    });
    if (!member) throw notFound("党员");
    const scope = { committeeId: member.committeeId, branchId: member.memberships[0]?.branchId ?? null };
    const isIdNumber = input.what === "idNumber";
    if (!(isIdNumber ? canRevealIdNumber(actor, scope) : canRevealPhone(actor, scope))) throw notFound("党员");
    const sealed = isIdNumber ? member.idNumberCipher : member.phoneCipher;
    if (sealed === null) {
      throw new DomainError("WRONG_STATE", "该党员没有登记手机号。请返回党员页面。");
    }
    const purpose = input.purpose === "OTHER" ? "其他" : revealPurposeLabels[input.purpose];
    await record({
      subjectType: "Member",
      subjectId: input.id,
      subjectName: member.name,
      committeeId: member.committeeId,
      reason: input.detail ? `${purpose}：${input.detail}` : purpose,
      after: { field: input.what, label: personalNumberLabels[input.what] },
    });
    return { sealed };
  });
  return decryptPersonal(sealed);
}
