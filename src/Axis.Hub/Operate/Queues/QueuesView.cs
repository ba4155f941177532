using Axis.Hub.Operate.Audit;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Outages;

namespace Axis.Hub.Operate.Queues;

/// <summary>Every adapter and queue at one instant: <c>GET /api/adapters</c> and <c>GET /api/queues</c>.</summary>
/// <param name="At">When it was read, UTC.</param>
/// <param name="Window">Most deliveries per adapter published without a sign.</param>
/// <param name="Adapters">One line per adapter.</param>
/// <param name="Queues">The broker's queues; <c>null</c> when there is no broker or it does not answer.</param>
/// <param name="StuckOpen">Stuck items nobody has closed.</param>
/// <param name="CancelsUndecided">Deliveries that another spool gave back, which an operator has to decide (<c>axis-hub cancel</c>).</param>
/// <param name="Notices">What the hub has put into the audit trail in the last seven days, newest first.</param>
/// <param name="Alerts">Alerts that are open, or were met or closed in the last seven days, the latest first.</param>
/// <param name="Outages">Planned outages that are on or to come.</param>
public sealed record QueuesView(
    DateTimeOffset At, int Window, IReadOnlyList<AdapterView> Adapters, IReadOnlyList<QueueLine>? Queues, int StuckOpen, int CancelsUndecided,
    IReadOnlyList<Notice> Notices, IReadOnlyList<AlertView> Alerts, IReadOnlyList<OutageView> Outages);

/// <summary>One adapter. Times are UTC; the heartbeat's figures are the adapter's own claim.</summary>
/// <param name="Waiting">Deliveries waiting in the ledger.</param>
/// <param name="InFlight">Claimed or published without a sign of their attempt: the used part of the window.</param>
/// <param name="Held">Taken in by the adapter, not yet by the agency's system.</param>
/// <param name="OldestWaiting">Acceptance of the oldest waiting delivery.</param>
/// <param name="ClockSkewMs">Adapter clock minus hub clock at the last heartbeat.</param>
/// <param name="QuerySentAt">When the outstanding query was sent; absent when none is.</param>
public sealed record AdapterView(
    string Code, string Name, bool Active, int Agencies, int Waiting, int InFlight, int Held, DateTimeOffset? OldestWaiting,
    DateTimeOffset? HeartbeatAt, long? ClockSkewMs, DateTimeOffset? QuerySentAt, string? Version = null,
    int? OutgoingBacklog = null, int? IncomingBacklog = null, long? DiskFreeBytes = null);
