/** Where the files of a check-in are: with their enrolment or, for whoever answers an appeal, with the appeal. */
export interface Place {
  enrolmentId: string;
  appealId?: string;
}

/** Their bytes come from our own origin, and only to whom they are for. */
export function addressOf({ enrolmentId, appealId }: Place, fileId: string): string {
  const place = `/api/checkin/enrolments/${enrolmentId}`;
  return appealId === undefined
    ? `${place}/files/${fileId}/content`
    : `${place}/appeals/${appealId}/files/${fileId}/content`;
}
