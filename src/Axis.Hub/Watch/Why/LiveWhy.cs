using Axis.Contracts.Sealing;
using Axis.Contracts.Why;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Why;

/// <summary>"Why is it stuck?" of rows as they stand now.</summary>
/// <param name="directory">The registry.</param>
/// <param name="seen">Each adapter's last sign of life.</param>
/// <param name="askedBack">Deliveries that the hub has asked back and that nobody has answered.</param>
/// <param name="now">The moment.</param>
internal sealed class LiveWhy(AgencyDirectory directory, IReadOnlyDictionary<string, DateTimeOffset?> seen, IReadOnlySet<Guid> askedBack, DateTimeOffset now)
{
    /// <summary>The answer; null for what is at rest.</summary>
    public WhyStuck? Of(DeliveryRow row)
    {
        var receiver = directory.Find(row.ReceiverAgencyId);
        return ExplainDelivery.Of(new WhyFacts
        {
            State = StateOf(row.Transport),
            IsAtRest = IsAtRest(row),
            FailedBy = row.FailedBy,
            Reason = row.Cause,
            Since = row.Since,
            ArriveDue = row.ArriveDue,
            AnswerDue = row.AnswerDue,
            ArrivedAt = row.ArrivedAt,
            ReceiverVi = receiver?.NameVi ?? row.ReceiverCode,
            ReceiverEn = receiver?.NameEn ?? "",
            Live = new(
                PlaceOf(row.Phase), row.AdapterCode, row.Suspended, directory.FindAdapter(row.AdapterCode) is { Active: false }, receiver is { Active: false },
                askedBack.Contains(row.DeliveryId), row.Failures, row.NextAttemptAt, seen.GetValueOrDefault(row.AdapterCode), now),
        });
    }

    /// <summary>How far a delivery has come, as people are told.</summary>
    public static WhyState StateOf(TransportState transport) => transport switch
    {
        TransportState.Initial => WhyState.OnItsWay,
        TransportState.Processing => WhyState.InAdapter,
        TransportState.Done => WhyState.Arrived,
        TransportState.Fail => WhyState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(transport)),
    };

    private static WhyPlace PlaceOf(DispatchPhase phase) => phase switch
    {
        DispatchPhase.Waiting or DispatchPhase.Claimed => WhyPlace.Waiting,
        DispatchPhase.Parked => WhyPlace.Parked,
        DispatchPhase.Published => WhyPlace.Published,
        _ => WhyPlace.Gone,
    };

    private static bool IsAtRest(DeliveryRow row) => row.VoidAs is not null || row.RestSince is not null
        || (row.Transport == TransportState.Done && (row.Kind == Manifest.Status || row.SenderAgencyId == HubAgency.Id || row.AnsweredAt is not null));
}
