/**
 * What tries are counted by: the device that the owner has signed in from, everybody else at one account (by its e-mail),
 * everybody at one address, an owner who looks for staff, who is signed in and must prove the password once more, who is signed in and
 * wants another letter, everybody at one address who wants a password reset or signs up, letters to one e-mail about signing up,
 * whoever imports learners.
 */
export type AttemptKind =
  | 'device'
  | 'account'
  | 'address'
  | 'staff'
  | 'password'
  | 'letter'
  | 'reset'
  | 'sign_up'
  | 'sign_up_letter'
  | 'import';
