import "server-only";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { phoneTail } from "@/lib/identifiers/phone";

/** The columns of a contact's phone: encrypted, and its last four digits as a keyed hash for search. */
export function contactPhoneColumns(phone: string | null) {
  if (phone === null) return { contactPhoneCipher: null, contactPhoneTailHash: null };
  return {
    contactPhoneCipher: encryptPersonal(phone),
    contactPhoneTailHash: searchHash("phoneTail", phoneTail(phone)),
  };
}
