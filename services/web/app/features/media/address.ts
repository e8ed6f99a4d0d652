/** Where files are: with their enrolment at check-in, at homework or, for whoever answers an appeal, with the appeal. */
export interface Place {
  enrolmentId: string;
  appealId?: string;
  /** They were handed in, or are about to be. */
  isHomework?: boolean;
}

/** Their bytes come from our own origin, and only to whom they are for. */
export function addressOf({ enrolmentId, appealId, isHomework = false }: Place, fileId: string): string {
  const place = `/api/${isHomework ? 'homework' : 'checkin'}/enrolments/${enrolmentId}`;
  return appealId === undefined
    ? `${place}/files/${fileId}/content`
    : `${place}/appeals/${appealId}/files/${fileId}/content`;
}
