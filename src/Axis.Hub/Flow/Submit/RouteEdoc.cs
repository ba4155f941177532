using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>The family of a document at each of its receivers.</summary>
internal static class RouteEdoc
{
    /// <summary>
    /// The family key, or null: a recall carries the natural key of what it recalls, and is itself no document that the receiver
    /// could have already.
    /// </summary>
    public static string? FamilyOf(JudgedSubmission judged) =>
        judged is { Verdict: VerifyOutcome.Verified verified, Address: AddressOutcome.Addressed addressed }
            ? FamilyOf(verified.Package, addressed)
            : null;

    /// <inheritdoc cref="FamilyOf(JudgedSubmission)"/>
    public static string? FamilyOf(Package package, AddressOutcome.Addressed addressed) =>
        package.Edoc is { } header && package.Business?.DocType != BusinessDocType.Recall
            ? FamilyKey.Of(addressed.Sender.AgencyId.ToString("N"), header.PromulgationDate!.Value, header.Code.Number, header.Code.Notation, header.TypeName)
            : null;

    public static IEnumerable<FamilyReceiver> KeysOf(JudgedSubmission judged) =>
        FamilyOf(judged) is { } family && judged.Address is AddressOutcome.Addressed addressed
            ? addressed.Receivers.Select(receiver => new FamilyReceiver(family, receiver.Agency.AgencyId))
            : [];
}
