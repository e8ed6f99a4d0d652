/** What is logged of a letter that was not sent. */
export function failed(isOver: boolean): string {
  return isOver ? 'a letter could not be sent and is given up' : 'a letter could not be sent and will be tried again';
}
