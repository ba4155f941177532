using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Conditions;

/// <summary>Everything that conditions are judged by, at one moment.</summary>
internal sealed record ConditionReadings
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long this hub has been listening; what it did not hear before says nothing.</summary>
    public required TimeSpan Listening { get; init; }
    public required string HubName { get; init; }

    /// <summary>Part of the hub's content disk that is full, percent; null when it cannot be read.</summary>
    public int? HubDisk { get; init; }

    /// <summary>Deliveries to one adapter that count as 100 %.</summary>
    public required int BacklogLimit { get; init; }
    public IReadOnlyList<AdapterReading> Adapters { get; init; } = [];

    /// <summary>Open dead letters by adapter; empty: from nobody that is known.</summary>
    public IReadOnlyDictionary<string, int> DeadLetters { get; init; } = new Dictionary<string, int>();

    /// <summary>E-mail that could not be delivered lately, and the oldest that waits too long; null where the hub sends none.</summary>
    public MailReading? Mail { get; init; }

    /// <summary>End of the hub's own certificate; null when none is registered.</summary>
    public DateTimeOffset? HubCertificateEnds { get; init; }
}

/// <summary>One adapter.</summary>
/// <param name="Adapter">As the registry has it.</param>
/// <param name="Link">Its last sign of life, or null.</param>
/// <param name="Beat">What its last heartbeat said, or null.</param>
/// <param name="Backlog">Deliveries that wait for it or in it.</param>
/// <param name="CertificateEnds">End of its certificate; null when none is registered.</param>
internal sealed record AdapterReading(AdapterEntry Adapter, AdapterLinkRow? Link, HeartbeatMessage? Beat, int Backlog, DateTimeOffset? CertificateEnds);

/// <summary>E-mail that is not where it belongs.</summary>
internal sealed record MailReading
{
    /// <summary>Messages given up in the last seven days.</summary>
    public required int GivenUp { get; init; }

    /// <summary>Messages that wait for longer than they may.</summary>
    public required int Late { get; init; }
}

/// <summary>What a condition comes to for one subject: it holds, it does not, or (not in the list) nobody can tell.</summary>
/// <param name="Key">Key of its alert.</param>
/// <param name="Raised">The alert where it holds; null where it does not.</param>
internal sealed record Verdict(string Key, AlertRow? Raised);
