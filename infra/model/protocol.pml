/*
 * Admission, leaving, leave, appeals, homework on its way and settlement across membership, homework, check-in and payment,
 * for one cohort with two members. docs/decisions/0023 says which file each action stands for and what is left out.
 *
 * Streams are logs; each follower has its own place in each, so topics overtake one another freely. A message comes again or ahead of
 * its turn as often as FAULTS allows, and a process that crashes begins its handler anew. What is one guarded write of one document
 * in the code is one `atomic` here. Every action uses something up (time, a message, a decision, a fault), so no run is endless:
 * "nobody waits for ever" is that every run which can go no further has left nobody waiting, and that no run has a cycle.
 *
 * Each NO_... takes one guard out; the tests show that a property fails then. LIVENESS leaves "nobody waits for ever" to the formula at the end
 * and to Spin's search for cycles, and everything else out.
 */
#ifndef FAULTS
#define FAULTS 1   /* messages repeated or ahead of their turn, and crashes, in all */
#endif
#ifndef ACTS
#define ACTS 3     /* what learners and staff do of their own accord, in all: leave, ask, appeal, reject, answer, hand in, cancel */
#endif
#ifndef PAYERS
#define PAYERS 2   /* how many of the two pay */
#endif
#define FEE 1
#define DEPOSIT 2  /* two days; each is worth 1, or both once one of them is excused */
#define MEMBERS 2

/* The clock: 0 cooling-off, 1 days run, 2 all days are closed (appeals), 3 the settlement is due, 4 the time to answer is over. */
byte now;
byte faults = FAULTS;
byte acts = ACTS;

/* membership: one enrolment each, and its cohort */
#define APPLIED 0
#define ADMITTED 1
#define LEAVING 2
#define WITHDRAWN 3
#define CANCELLED 4
#define ENDED 5
byte enrolment[MEMBERS];
bool offerCancelled; bool offerSettled;
/* check-in: one calendar each, and its cohort */
#define WAITING 0
#define OPEN 1
#define FROZEN 2
#define OUT 3
byte calendar[MEMBERS];
bool cohortCancelled;
bool letGoWithCohort;                  /* somebody was, because the cohort was cancelled */
byte settlement;                       /* 0 open, 1 settling, 2 settled */
/* the first day: what became of it */
#define UNDONE 0
#define DONE 1
#define LEAVE_ASKED 2
#define EXCUSED 3
#define DECLINED 4
#define REJECTED 5
#define APPEALED 6
#define DISMISSED 7
byte firstDay[MEMBERS];
bool secondDay[MEMBERS];               /* done by homework */
bool quit[MEMBERS];
bool told[MEMBERS];                    /* homework has said that all is told */
byte released[MEMBERS];                /* total of the payouts that were announced */
byte entitled[MEMBERS];                /* frozen */
byte bonus[MEMBERS]; bool awarded[MEMBERS];
byte decisions[MEMBERS];               /* final ones about this member's days */
byte organiserShare; byte poolShared;
/* homework: a portfolio each */
bool knownToHomework[MEMBERS]; bool handedIn[MEMBERS];
/* payment: a book each, and the cohort's */
#define UNPAID 0
#define RUNNING 1
#define RETURNED 2
#define SETTLED 3
byte book[MEMBERS]; bool paid[MEMBERS];
byte returnedMinor[MEMBERS]; byte bonusMinor[MEMBERS]; byte forfeitedMinor[MEMBERS];
bool bonusBooked[MEMBERS];
byte earnedByOrganiser;

/* Messages: a kind in the low bits, an amount in the high ones. */
#define M_ADMITTED 1
#define M_LEAVING 2
#define M_LEAVING_COHORT 3
#define M_WITHDRAWN 4
#define M_CANCELLED 5
#define C_REFUSED 1
#define C_RELEASED 2
#define C_PAYOUT 3
#define C_SETTLED 4
#define C_BONUS 5
#define H_SUBMITTED 1
#define H_WATERMARK 2
#define KIND(m) ((m) & 7)
#define AMOUNT(m) ((m) >> 3)
typedef Log { byte length; byte said[5] };
Log fromMembership[MEMBERS]; Log fromCheckIn[MEMBERS]; Log fromHomework[MEMBERS];
byte lastWord[MEMBERS]; /* from check-in to membership; there is one at most */
bool cancellationSeen; bool settledSeenByMembership; bool paymentSeen[MEMBERS];
typedef Places { byte checkIn; byte payment; byte paymentOfDays; byte checkInOfHomework };
Places at[MEMBERS];

inline say(log, kind, amount) { log.said[log.length] = kind + (amount << 3); log.length++ }

/* What the days are worth: an excused day is not asked for. */
#define EARNED(i) (firstDay[i] == EXCUSED -> (secondDay[i] -> 2 : 0) : (firstDay[i] == DONE) + secondDay[i])
#define WAITS(i) (firstDay[i] == APPEALED || (firstDay[i] == LEAVE_ASKED && !quit[i]))
#define MAX(a, b) ((a) > (b) -> (a) : (b))
#ifdef NO_HOLD
#define HELD(i) false
#else
#define HELD(i) WAITS(i)
#endif
#ifdef NO_WATERMARK
#define AWAITED(i) false
#else
#define AWAITED(i) (!told[i])
#endif
#ifdef NO_ONE_BONUS
#define AWARDABLE(i) true
#else
#define AWARDABLE(i) (!awarded[i])
#endif
#ifdef NO_SEQUENCE
#define IN_TURN(k, place) true
#else
#define IN_TURN(k, place) ((k) == (place))
#endif
#ifdef NO_ANSWER_BY_TIME
#define OVERDUE false
#else
#define OVERDUE (now == 4)
#endif
/* Takes the next message of a log; or, as a fault, one that came before or comes ahead, which is dropped or parked. */
#define NEXT(log, place) ((place) < log.length)
#define FAULTY(log) (faults > 0 && log.length > 0)

inline finalDecision(i) { decisions[i]++; assert(decisions[i] == 1) /* decided once */ }

/* ---- membership ---- */
inline cancelEnrolment(i) {
  assert(calendar[i] != FROZEN); /* nobody is settled who was let go */
  enrolment[i] = CANCELLED; say(fromMembership[i], M_CANCELLED, 0)
}
inline membershipHears(i, m) {
  if
  :: KIND(m) == C_REFUSED && enrolment[i] < CANCELLED -> cancelEnrolment(i)
  :: KIND(m) == C_RELEASED && enrolment[i] == LEAVING -> cancelEnrolment(i)
  :: KIND(m) == C_SETTLED && enrolment[i] < CANCELLED -> enrolment[i] = ENDED
  :: else
  fi
}
/* ---- check-in ---- */
inline release(i) {
  if
#ifdef NO_FROZEN_STAYS
  :: calendar[i] != OUT -> calendar[i] = OUT; finalDecision(i); lastWord[i] = C_RELEASED
#else
  :: calendar[i] == WAITING || calendar[i] == OPEN -> calendar[i] = OUT; finalDecision(i); lastWord[i] = C_RELEASED
#endif
  :: else
  fi
}
inline refuse(i) { calendar[i] = OUT; finalDecision(i); lastWord[i] = C_REFUSED }
inline freeze(i) {
  calendar[i] = FROZEN; finalDecision(i);
  assert(enrolment[i] != CANCELLED);                  /* nobody is settled who was let go */
  assert(!(handedIn[i] && !secondDay[i] && !quit[i])); /* what was handed in counts */
  assert(!WAITS(i));                                   /* nobody is settled who waits for an answer */
  entitled[i] = MAX(EARNED(i), released[i]);
  say(fromCheckIn[i], C_SETTLED, entitled[i]); lastWord[i] = C_SETTLED
}
/* ---- payment ---- */
inline paymentHears(i, m) {
  if
  :: KIND(m) == C_PAYOUT && book[i] == RUNNING && AMOUNT(m) > returnedMinor[i] -> returnedMinor[i] = AMOUNT(m)
  :: KIND(m) == C_SETTLED && book[i] == RUNNING ->
     book[i] = SETTLED; returnedMinor[i] = MAX(AMOUNT(m), returnedMinor[i]); forfeitedMinor[i] = DEPOSIT - AMOUNT(m);
     earnedByOrganiser = earnedByOrganiser + FEE
  :: KIND(m) == C_BONUS && !bonusBooked[i] -> bonusBooked[i] = true; bonusMinor[i] = AMOUNT(m)
  :: else
  fi
}

/* What is cancelled goes back, the fee included. */
inline cancelBook(i) {
  if
  :: book[i] == UNPAID -> book[i] = RETURNED
  :: book[i] == RUNNING -> book[i] = RETURNED; returnedMinor[i] = FEE + DEPOSIT
  :: book[i] == SETTLED -> book[i] = RETURNED; returnedMinor[i] = returnedMinor[i] + FEE; earnedByOrganiser = earnedByOrganiser - FEE
  :: else
  fi
}

/* Whatever one member, and whoever follows this member's streams, does next. */
proctype Member(byte i) {
  byte k, m;
end:
  do
  /* the learner, before and in the cohort */
  :: atomic { i < PAYERS && book[i] == UNPAID && !paid[i] && enrolment[i] == APPLIED && now < 3 -> paid[i] = true; book[i] = RUNNING }
  :: atomic { acts > 0 && now < 2 && enrolment[i] == ADMITTED -> acts--;
       if
       :: now == 0 ->
#ifdef NO_ASKING_FIRST
          enrolment[i] = CANCELLED; say(fromMembership[i], M_CANCELLED, 0)
#else
          enrolment[i] = LEAVING; say(fromMembership[i], M_LEAVING, 0)
#endif
       :: else -> enrolment[i] = WITHDRAWN; say(fromMembership[i], M_WITHDRAWN, 0)
       fi }
  :: atomic { calendar[i] == OPEN && !quit[i] && now == 1 && firstDay[i] == UNDONE ->
       firstDay[i] = DONE }
  :: atomic { acts > 0 && calendar[i] == OPEN && !quit[i] && now <= 2 && firstDay[i] == UNDONE -> acts--; firstDay[i] = LEAVE_ASKED }
  :: atomic { acts > 0 && calendar[i] == OPEN && now <= 2 && firstDay[i] == REJECTED -> acts--; firstDay[i] = APPEALED }
  :: atomic { acts > 0 && knownToHomework[i] && now == 1 && !handedIn[i] && enrolment[i] == ADMITTED -> acts--;
       handedIn[i] = true; say(fromHomework[i], H_SUBMITTED, 0) }
  /* the staff */
  :: atomic { acts > 0 && calendar[i] == OPEN && now <= 2 && firstDay[i] == DONE -> acts--; firstDay[i] = REJECTED }
  :: atomic { acts > 0 && calendar[i] == OPEN && firstDay[i] == APPEALED -> acts--;
       if :: firstDay[i] = DONE :: firstDay[i] = DISMISSED fi }
  :: atomic { acts > 0 && calendar[i] == OPEN && WAITS(i) && firstDay[i] == LEAVE_ASKED -> acts--;
       if :: firstDay[i] = EXCUSED :: firstDay[i] = DECLINED fi }
  /* nobody answered in time: granted by the rule */
  :: atomic { calendar[i] == OPEN && OVERDUE && WAITS(i) ->
       if :: firstDay[i] == APPEALED -> firstDay[i] = DONE :: else -> firstDay[i] = EXCUSED fi }

  /* membership hears of the payment: a seat and a number, or everything back */
  :: atomic { paid[i] && !paymentSeen[i] -> paymentSeen[i] = true;
       if
       :: enrolment[i] == APPLIED && !offerCancelled && !offerSettled && now < 2 ->
          enrolment[i] = ADMITTED; knownToHomework[i] = true; say(fromMembership[i], M_ADMITTED, 0)
       :: else -> enrolment[i] = CANCELLED; say(fromMembership[i], M_CANCELLED, 0)
       fi }
  /* the cohort is cancelled: members ask check-in, others are cancelled */
  :: atomic { offerCancelled && enrolment[i] == APPLIED && !paid[i] -> enrolment[i] = CANCELLED; say(fromMembership[i], M_CANCELLED, 0) }
  :: atomic { offerCancelled && (enrolment[i] == ADMITTED || enrolment[i] == WITHDRAWN) ->
       enrolment[i] = LEAVING; say(fromMembership[i], M_LEAVING_COHORT, 0) }
  /* membership follows what check-in decided about the member */
  :: atomic { lastWord[i] > 0 -> m = lastWord[i]; lastWord[i] = 0; membershipHears(i, m); m = 0 }
  /* check-in follows homework; what comes before the admission waits for it */
  :: atomic { NEXT(fromHomework[i], at[i].checkInOfHomework) && calendar[i] != WAITING ->
       k = at[i].checkInOfHomework; at[i].checkInOfHomework++;
homework:
       if
       :: fromHomework[i].said[k] == H_WATERMARK -> told[i] = true
       :: fromHomework[i].said[k] == H_SUBMITTED && calendar[i] == OPEN && !quit[i] -> secondDay[i] = true
       :: else
       fi; k = 0 }
  :: atomic { FAULTY(fromHomework[i]) && calendar[i] != WAITING -> faults--; select(k : 0 .. fromHomework[i].length - 1);
       if :: IN_TURN(k, at[i].checkInOfHomework) && k >= at[i].checkInOfHomework ->
             if :: k == at[i].checkInOfHomework -> at[i].checkInOfHomework++ :: else fi; goto homework
          :: else -> k = 0
       fi }
  od
}

/* Check-in follows membership. An admission reads the cohort first, opens the calendar, and looks at the cohort again: a crash may lie between. */
proctype FollowEnrolment(byte i) {
  byte m; bool wasOpen; bool isNew;
end:
  do
  :: atomic { NEXT(fromMembership[i], at[i].checkIn) -> m = fromMembership[i].said[at[i].checkIn] };
     if
     :: m == M_ADMITTED ->
        atomic { wasOpen = (settlement == 0) };
        atomic { isNew = true; at[i].checkIn++;
          if
          :: calendar[i] == WAITING && wasOpen -> calendar[i] = OPEN
          :: calendar[i] == WAITING && !wasOpen -> refuse(i)
          :: else
          fi };
        if :: atomic { faults > 0 -> faults--; isNew = false } /* crashed, and the message came again */ :: true fi;
#ifndef NO_LOOK_AGAIN
        atomic { if :: calendar[i] == OPEN && (settlement == 2 || (settlement == 1 && isNew)) -> refuse(i) :: else fi };
#endif
     :: m == M_LEAVING -> atomic { at[i].checkIn++; release(i) }
     :: m == M_LEAVING_COHORT ->
#ifdef NO_ALL_OR_NONE
        atomic { at[i].checkIn++; release(i); letGoWithCohort = letGoWithCohort || calendar[i] == OUT }
#else
        atomic { (settlement > 0 || cohortCancelled) -> at[i].checkIn++;
          if :: settlement == 0 -> release(i); letGoWithCohort = letGoWithCohort || calendar[i] == OUT :: else fi }
#endif
     :: m == M_WITHDRAWN -> atomic { at[i].checkIn++;
          if :: calendar[i] == OPEN -> quit[i] = true;
                if :: firstDay[i] == LEAVE_ASKED -> firstDay[i] = DECLINED :: else fi
             :: else fi }
     :: m == M_CANCELLED -> atomic { at[i].checkIn++;
          if :: calendar[i] == WAITING || calendar[i] == OPEN -> calendar[i] = OUT; finalDecision(i) :: else fi }
     fi;
     atomic { m = 0; wasOpen = false; isNew = false }
  od
}

/* Who is not in when the settlement begins cannot come in later, however long their admission was held up. */
#ifdef NO_BARRIER
#define COMES_NO_MORE(i) true
#else
#define COMES_NO_MORE(i) (calendar[i] != WAITING)
#endif
#define POOL(has0, has1) ((has0 -> DEPOSIT - entitled[0] : 0) + (has1 -> DEPOSIT - entitled[1] : 0))
#define SHARER(i, has) (has && entitled[i] == DEPOSIT && !quit[i])

/* Starts the settlement when it is due, then: freeze every calendar, share the pool, award each bonus, close the books. A crash begins again. */
proctype Settle() {
  bool ready, has0, has1; byte pool, rest, share0, share1;
end:
  do
  :: atomic { settlement == 0 && !cohortCancelled && now >= 3 &&
       !(calendar[0] == OPEN && (HELD(0) || AWAITED(0))) && !(calendar[1] == OPEN && (HELD(1) || AWAITED(1))) -> ready = true };
     atomic { if :: settlement == 0 && !cohortCancelled -> settlement = 1 :: else fi; ready = false }
#ifndef NO_BARRIER
  :: atomic { settlement == 1 && calendar[0] == WAITING -> refuse(0) }
  :: atomic { settlement == 1 && calendar[1] == WAITING -> refuse(1) }
#endif
  :: atomic { settlement == 1 && calendar[0] == OPEN && !HELD(0) && !AWAITED(0) ->
       freeze(0) }
  :: atomic { settlement == 1 && calendar[1] == OPEN && !HELD(1) && !AWAITED(1) ->
       freeze(1) }
  :: atomic { settlement == 1 && calendar[0] != OPEN && calendar[1] != OPEN && COMES_NO_MORE(0) && COMES_NO_MORE(1) -> has0 = calendar[0] == FROZEN; has1 = calendar[1] == FROZEN;
       pool = POOL(has0, has1); rest = pool - pool / 4;
       if
       :: SHARER(0, has0) && SHARER(1, has1) -> share0 = rest / 2 + rest % 2; share1 = rest / 2
       :: SHARER(0, has0) && !SHARER(1, has1) -> share0 = rest
       :: !SHARER(0, has0) && SHARER(1, has1) -> share1 = rest
       :: else -> if :: has0 && has1 -> share0 = rest / 2 + rest % 2; share1 = rest / 2 :: has0 && !has1 -> share0 = rest :: !has0 && has1 -> share1 = rest :: else fi
       fi };
     if
     :: has0 -> atomic { if :: AWARDABLE(0) -> awarded[0] = true; bonus[0] = bonus[0] + share0; say(fromCheckIn[0], C_BONUS, bonus[0]) :: else fi }
     :: else
     fi;
     if :: atomic { faults > 0 -> faults--; goto crashed } :: true fi;
     if
     :: has1 -> atomic { if :: AWARDABLE(1) -> awarded[1] = true; bonus[1] = bonus[1] + share1; say(fromCheckIn[1], C_BONUS, bonus[1]) :: else fi }
     :: else
     fi;
     if :: atomic { faults > 0 -> faults--; goto crashed } :: true fi;
     atomic { if :: calendar[0] == OPEN -> refuse(0) :: else fi };
     atomic { if :: calendar[1] == OPEN -> refuse(1) :: else fi };
     atomic { settlement = 2; organiserShare = pool / 4; poolShared = pool;
       assert(bonus[0] + bonus[1] + organiserShare == pool || (!has0 && !has1)) /* the pool is shared to the unit */ };
crashed:
     atomic { has0 = false; has1 = false; pool = 0; rest = 0; share0 = 0; share1 = 0 }
  od
}

/* All days have closed: a payout of what they have earned, as a total; and homework says that all is told, for nothing fulfils a day any more. */
inline closeDays(i) {
  if :: calendar[i] == OPEN && EARNED(i) > 0 -> released[i] = EARNED(i); say(fromCheckIn[i], C_PAYOUT, released[i]) :: else fi;
  if :: knownToHomework[i] -> say(fromHomework[i], H_WATERMARK, 0) :: else fi
}
/* Time passes, the owner cancels, and the cohort's own topics arrive. */
proctype Cohort() {
end:
  do
  :: atomic { now < 4 -> now++; if :: now == 2 -> closeDays(0); closeDays(1) :: else fi }
  :: atomic { acts > 0 && !offerCancelled && !offerSettled -> acts--; offerCancelled = true }
  :: atomic { offerCancelled && !cancellationSeen -> cancellationSeen = true; if :: settlement == 0 -> cohortCancelled = true :: else fi }
  :: atomic { settlement == 2 && !settledSeenByMembership -> settledSeenByMembership = true; offerSettled = true }
  od
}

#define WAITS_FOR_NOBODY(i) (enrolment[i] != LEAVING && enrolment[i] != ADMITTED && calendar[i] != OPEN && !(paid[i] && book[i] == RUNNING) \
  && !(calendar[i] == FROZEN && (!awarded[i] || !bonusBooked[i] || book[i] != SETTLED)))
#define GOT_WHAT_IS_DUE(i) (!paid[i] || (calendar[i] == FROZEN -> \
  returnedMinor[i] == entitled[i] && bonusMinor[i] == bonus[i] : returnedMinor[i] == FEE + DEPOSIT && bonusMinor[i] == 0))

/* Payment tells nobody of what it hears here, so it may hear last: each topic in order, the two in any order, and one message again. */
inline follow(i) {
  do
  :: at[i].payment < fromMembership[i].length ->
     if :: fromMembership[i].said[at[i].payment] == M_CANCELLED -> cancelBook(i) :: else fi; at[i].payment++
  :: at[i].paymentOfDays < fromCheckIn[i].length -> paymentHears(i, fromCheckIn[i].said[at[i].paymentOfDays]); at[i].paymentOfDays++
  :: at[i].payment == fromMembership[i].length && at[i].paymentOfDays == fromCheckIn[i].length -> break
  od;
  if
  :: faults > 0 && fromCheckIn[i].length > 0 -> faults--; paymentHears(i, fromCheckIn[i].said[0])
  :: faults > 0 && fromCheckIn[i].length > 1 -> faults--; paymentHears(i, fromCheckIn[i].said[fromCheckIn[i].length - 1])
  :: true
  fi
}

/* When nothing can happen any more. */
proctype Last() {
  timeout -> atomic {
    follow(0); follow(1); earnedByOrganiser = earnedByOrganiser + organiserShare
#ifndef LIVENESS
    ;
    assert(cohortCancelled || settlement == 2);
    assert(WAITS_FOR_NOBODY(0)); assert(WAITS_FOR_NOBODY(1));          /* nobody waits for ever */
    assert(GOT_WHAT_IS_DUE(0)); assert(GOT_WHAT_IS_DUE(1));            /* no learner gets more or less than is due */
    assert(!(cohortCancelled || letGoWithCohort) || (calendar[0] != FROZEN && calendar[1] != FROZEN)); /* with a cancelled cohort all are let go or none */
    assert(organiserShare <= forfeitedMinor[0] + forfeitedMinor[1]);   /* nothing to the organiser that was not forfeited */
    assert(forfeitedMinor[0] + forfeitedMinor[1] == bonusMinor[0] + bonusMinor[1] + organiserShare);
    assert((paid[0] + paid[1]) * (FEE + DEPOSIT) == returnedMinor[0] + returnedMinor[1] + bonusMinor[0] + bonusMinor[1] + earnedByOrganiser)
#endif
  }
}

init { atomic { run Member(0); run Member(1); run FollowEnrolment(0); run FollowEnrolment(1); run Settle(); run Cohort(); run Last() } }

#ifdef LIVENESS
/* Whatever happens, also if nobody answers, cancels or leaves: again and again a state is reached in which nobody waits. */
ltl nobodyWaitsForEver { [] <> (WAITS_FOR_NOBODY(0) && WAITS_FOR_NOBODY(1)) }
#endif
