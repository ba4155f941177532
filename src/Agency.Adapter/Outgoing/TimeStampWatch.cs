using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>Knows whether the time-stamping authority gives stamps, and why not: what health tells. A restart forgets it.</summary>
internal sealed class TimeStampWatch(TimeProvider time, ILogger<TimeStampWatch> log)
{
    private readonly Lock gate = new();
    private TimeStampFault? fault;

    /// <summary>What is wrong now, or <c>null</c>.</summary>
    public TimeStampFault? Fault
    {
        get
        {
            lock (gate)
            {
                return fault;
            }
        }
    }

    /// <summary>Records the outcome of asking: the finding, or <c>null</c> when a stamp was given.</summary>
    public void Record(Finding? finding)
    {
        lock (gate)
        {
            var before = fault;
            fault = finding is null ? null : new TimeStampFault(finding, before?.Since ?? time.Now());
            if (before is null && fault is not null)
            {
                OutgoingLog.StampsMissing(log, fault.Finding.Code, fault.Finding.English);
            }
            else if (before is not null && fault is null)
            {
                OutgoingLog.StampsBack(log, before.Since);
            }
        }
    }
}

/// <summary>Why there are no stamps, and since when.</summary>
internal sealed record TimeStampFault(Finding Finding, DateTimeOffset Since);
