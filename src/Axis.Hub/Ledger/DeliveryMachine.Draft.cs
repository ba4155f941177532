using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

internal static partial class DeliveryMachine
{
    /// <summary>A decision in the making: the row as read, the row as it will be, and its events.</summary>
    private sealed class Draft
    {
        private readonly List<DeliveryEventRow> events = [];
        private readonly DeliveryRow read;

        public Draft(DeliveryRow row, DecisionContext context)
        {
            read = row;
            Row = row;
            Context = context with { Now = SqlTime.Cut(context.Now) };
        }

        public DeliveryRow Row { get; set; }

        public DecisionContext Context { get; }

        public List<FollowUp> FollowUps { get; } = [];

        public DateTimeOffset EffectiveAt(DateTimeOffset claim) =>
            DeliveryHistory.EffectiveAt(SqlTime.Cut(claim), Context.Now, Row.EventEffectiveAt, Context.SkewMs);

        /// <summary>Starts the clock of arrival.</summary>
        public void Start(DateTimeOffset at)
        {
            var version = Context.DueTimes.Version;
            var (processing, arrive) = Context.DueTimes.OfArrival(Row, SqlTime.Cut(at));
            Row = Row with { StartedAt = SqlTime.Cut(at), ProcessingDue = SqlTime.Cut(processing), ArriveDue = SqlTime.Cut(arrive), CountedBy = version };
        }

        /// <summary>Appends an event from the row as read to the row as it is now, with the due times that the change set.</summary>
        public Draft Record(string kind, string source, DateTimeOffset claim, string? detail = null, int? attempt = null) =>
            Record(kind, source, claim, read.Transport, read.Business, detail, attempt);

        public Draft Record(
            string kind, string source, DateTimeOffset claim, TransportState? from, string? fromBusiness, string? detail = null, int? attempt = null)
        {
            var effective = EffectiveAt(claim);
            var entry = DeliveryHistory.Next(Row, new DeliveryEventRow
            {
                DeliveryId = Row.DeliveryId,
                Sequence = 0,
                Kind = kind,
                TransportFrom = from,
                TransportTo = Row.Transport,
                BusinessFrom = fromBusiness,
                BusinessTo = Row.Business,
                Attempt = attempt ?? Row.Attempt,
                Source = source,
                Detail = detail,
                OccurredAt = SqlTime.Cut(claim),
                RecordedAt = Context.Now,
                EffectiveAt = effective,
                ProcessingDue = Set(Row.ProcessingDue, read.ProcessingDue, from),
                ArriveDue = Set(Row.ArriveDue, read.ArriveDue, from),
                AnswerDue = Set(Row.AnswerDue, read.AnswerDue, from),
                ProcessDue = Set(Row.ProcessDue, read.ProcessDue, from),
                Evidence = Context.Evidence,
                Hash = "",
            }, Row.EventHash);
            events.Add(entry);
            var moved = from != Row.Transport || fromBusiness != Row.Business || read.VoidAs != Row.VoidAs;
            Row = Row with
            {
                EventSequence = entry.Sequence,
                EventHash = entry.Hash,
                EventEffectiveAt = effective,
                Since = moved ? effective : Row.Since,
                RestSince = !Rests(kind) ? null : moved ? effective : read.RestSince ?? effective,
            };
            return this;
        }

        /// <summary>True when nobody has anything to do about the delivery after this event: an answered, a closed or a void one.</summary>
        private bool Rests(string kind) => Row switch
        {
            { VoidAs: not null } => true,
            { Transport: TransportState.Fail } => kind == EventKinds.Closed || (read.Transport == TransportState.Fail && read.RestSince is not null),
            { Transport: TransportState.Done, Business: { } code } when BusinessMachine.Answers(code) => true,

            // A request may be answered before its own DONE is heard of.
            { Transport: TransportState.Done, AnsweredAt: not null } => true,
            { Transport: TransportState.Done } => kind == EventKinds.RequestAnswered || (read.Transport == TransportState.Done && read.RestSince is not null),
            _ => false,
        };

        public Draft Alert(string kind)
        {
            FollowUps.Add(new FollowUp.Alert(kind));
            return this;
        }

        public Draft Settle(string by, string reason, bool sentAgain = false)
        {
            FollowUps.Add(new FollowUp.SettleStuck(sentAgain, by, reason));
            return this;
        }

        /// <summary>Something changed that the sender is told of.</summary>
        public DeliveryDecision Changed() =>
            new(DecisionOutcome.Changed, Counted with { Version = read.Version + 1, StatesDue = HasSender(read) }, events, FollowUps);

        /// <summary>Only the dispatch changed, or the row is new: no version to tell.</summary>
        public DeliveryDecision Touched() => new(DecisionOutcome.Changed, Counted, events, FollowUps);

        public DeliveryDecision Noted(string reason) => new(DecisionOutcome.Noted, Counted, events, FollowUps, reason);

        public DeliveryDecision Ignored(string reason) => new(DecisionOutcome.Ignored, read, [], FollowUps, reason);

        /// <summary>The row; once none of its clocks is open any more, no change of the calendar is its concern.</summary>
        private DeliveryRow Counted => Row.CountedBy is null || OpenClocks.Any(Row) ? Row : Row with { CountedBy = null };

        private static DateTimeOffset? Set(DateTimeOffset? now, DateTimeOffset? before, TransportState? from) => from is null || now != before ? now : null;
    }
}
