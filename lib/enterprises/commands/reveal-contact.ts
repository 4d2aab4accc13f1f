import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { decryptPersonal } from "@/lib/crypto/personal";
import { revealPurposeLabels } from "@/lib/enterprises/labels";
import { canRevealContact, visibleEnterprises } from "@/lib/enterprises/policy";
import type { RevealedContact } from "@/lib/enterprises/schema";
import { DomainError, notFound } from "@/lib/errors";

/**
 * The full number of an enterprise's contact, for a purpose that goes into the trail. The number itself stands neither
 * there nor in what is kept for a second press. Refuses an enterprise without a number.
 */
export async function revealContact(actor: Actor, input: RevealedContact): Promise<string> {
  const { sealed } = await command(actor, "enterprise.reveal", input, async (tx, record) => {
    const enterprise = await tx.enterprise.findFirst({
      where: { AND: [visibleEnterprises(actor), { id: input.id }] },
      select: { name: true, committeeId: true, contactPhoneCipher: true },
    });
    if (!enterprise || !canRevealContact(actor)) throw notFound("企业");
    if (!enterprise.contactPhoneCipher) {
      throw new DomainError("WRONG_STATE", "该企业没有登记联系电话。请返回企业页面查看其他联系方式。");
    }
    const purpose = input.purpose === "OTHER" ? "其他" : revealPurposeLabels[input.purpose];
    await record({
      subjectType: "Enterprise",
      subjectId: input.id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      reason: input.detail ? `${purpose}：${input.detail}` : purpose,
      after: { field: "contactPhone" },
    });
    return { sealed: enterprise.contactPhoneCipher };
  });
  return decryptPersonal(sealed);
}
