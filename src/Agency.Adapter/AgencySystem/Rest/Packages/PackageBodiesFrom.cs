using Agency.Adapter.Outgoing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Shows submissions.</summary>
internal sealed class PackageBodiesFrom(ExplainState explain)
{
    public PackageBody Of(SubmissionView view, bool withHistory) => new(
        view.SubmissionId, view.Kind, StateOf(view.State), view.Cursor, view.PackageSha256, view.PackageLength,
        view.HandedOverAt.ToUniversalTime(), CheckerBody.Of(view.CheckedBy), view.WaitsFor,
        view.Receipt is { } receipt
            ? new(receipt.Outcome, receipt.DocumentId, receipt.DecidedAt.ToUniversalTime(), receipt.PackageSha256)
            : null,
        [.. view.Findings.Concat(view.Receipt?.Findings ?? []).Distinct()],
        [.. view.Receivers.Select(receiver => Of(receiver, MarkedBody.Of(view.FindFrozen(receiver.Line.DeliveryId)), withHistory))],
        MarkedBody.Of(view.Frozen is [var first, ..] ? first : null),
        view.AsOf.ToUniversalTime());

    public static PackageState StateOf(SubmissionState state) => state switch
    {
        SubmissionState.Waiting => PackageState.Waiting,
        SubmissionState.Sent => PackageState.Submitted,
        SubmissionState.Accepted => PackageState.Accepted,
        SubmissionState.Refused => PackageState.Refused,
        SubmissionState.Conflict => PackageState.Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private ReceiverBody Of(ReceiverView view, MarkedBody? frozen, bool withHistory) => new(
        view.Line.Code, view.Line.Outcome, view.Line.DeliveryId, view.State?.Transport, view.State?.Business,
        view.State?.Since.ToUniversalTime(), view.State?.Cause, view.State?.Version, view.State?.Attempt, view.Line.Finding, frozen,
        view.State?.Requests is { } requests ? [.. requests.Select(Of)] : null,
        explain.Of(view),
        withHistory ? [.. view.History.Select(Of)] : null);

    private static RequestBody Of(ChangeState request) => new(
        request.Command, request.Status.ToString().ToUpperInvariant(), request.Code, request.Reason, request.Answer, request.Since.ToUniversalTime(),
        request.Due?.ToUniversalTime(), request.SubmissionId, request.CarrierId);

    private static StateBody Of(DeliveryState state) =>
        new(state.Version, state.Transport, state.Business, state.Since.ToUniversalTime(), state.Cause, state.Attempt);
}
