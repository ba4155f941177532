using Axis.Contracts.Errors;

namespace Axis.Hub.Ledger;

/// <summary>What an alert about deliveries says.</summary>
internal static class AlertFindings
{
    /// <summary>The sentence of a kind, with both parties.</summary>
    public static Finding Of(string kind, AlertSeverity severity, AlertFacts facts) => Finding.Of(
        EntryOf(kind), severity == AlertSeverity.Warn ? Severity.Warning : Severity.Refusal, "", facts.SenderCode, facts.ReceiverCode);

    private static ErrorEntry EntryOf(string kind) => kind switch
    {
        AlertKinds.DeliveryFailed => ErrorCatalogue.AlertDeliveryFailed,
        AlertKinds.Returned => ErrorCatalogue.AlertReturned,
        AlertKinds.NotProcessed => ErrorCatalogue.AlertNotProcessed,
        AlertKinds.NotArrived => ErrorCatalogue.AlertNotArrived,
        AlertKinds.NoAnswer => ErrorCatalogue.AlertNoAnswer,
        AlertKinds.NotDone => ErrorCatalogue.AlertNotDone,
        AlertKinds.StatementUndelivered => ErrorCatalogue.AlertStatementUndelivered,
        AlertKinds.AmendmentUnanswered => ErrorCatalogue.AlertAmendmentUnanswered,
        AlertKinds.AmendmentRefused => ErrorCatalogue.AlertAmendmentRefused,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No alert about deliveries."),
    };
}
