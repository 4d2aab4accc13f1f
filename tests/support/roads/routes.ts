import {
  adminOnly,
  auditorOnly,
  business,
  everybody,
  field,
  open,
  type Row,
  staffOnly,
  withMembers,
} from "@/tests/support/roads/callers";

/** Role × route handler. The imports' own routes take a file or a batch and are tried in their journeys too. */
export const routes: Record<string, Row> = {
  "/api/accounts/export": adminOnly,
  "/api/audit/export": auditorOnly,
  "/api/auth/[...nextauth]": open,
  "/api/branches/export": business,
  "/api/committees/export": staffOnly,
  "/api/coverage/export": staffOnly,
  "/api/deliveries/export": adminOnly,
  "/api/enterprises/export": business,
  "/api/health/live": open,
  "/api/health/ready": open,
  "/api/imports": staffOnly,
  "/api/imports/[id]/refused": staffOnly,
  "/api/instructors/export": staffOnly,
  "/api/members/employers": staffOnly,
  "/api/members/export": withMembers,
  "/api/parks/export": field,
  "/api/plans/[id]/progress": staffOnly,
  "/api/service-points/export": field,
  "/api/suggestions/export": everybody,
};
