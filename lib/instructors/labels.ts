import type { InstructorKind } from "@/generated/prisma/enums";

export const instructorKindLabels: Record<InstructorKind, string> = { FULL_TIME: "专职", PART_TIME: "兼职" };
