using Axis.Contracts.Errors;

namespace Axis.Hub.Watch.Outages;

/// <summary>From when to when an outage may be planned.</summary>
internal static class OutageSpan
{
    private const int LongestDays = 31;

    /// <summary>Why it may not; null when it may.</summary>
    public static Finding? Judge(DateTimeOffset from, DateTimeOffset? to, DateTimeOffset now) =>
        to is { } until && until > from && until > now && until - from <= TimeSpan.FromDays(LongestDays) ? null : Finding.Refuse(ErrorCatalogue.OutageSpanInvalid, "/to", LongestDays);
}
