import "server-only";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { phoneTail } from "@/lib/identifiers/phone";

/** The columns of an ID number: encrypted, and a keyed hash by which the same number is found again. */
export function idNumberColumns(idNumber: string) {
  return { idNumberCipher: encryptPersonal(idNumber), idNumberHash: searchHash("idNumber", idNumber) };
}

/** The columns of a phone: encrypted, and keyed hashes of the whole and of its last four digits. */
export function phoneColumns(phone: string | null) {
  if (phone === null) return { phoneCipher: null, phoneHash: null, phoneTailHash: null };
  return {
    phoneCipher: encryptPersonal(phone),
    phoneHash: searchHash("phone", phone),
    phoneTailHash: searchHash("phoneTail", phoneTail(phone)),
  };
}
