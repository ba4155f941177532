namespace Axis.Hub.Agencies.Contacts;

/// <summary>An address through which an agency is told by e-mail.</summary>
internal sealed record ContactRow
{
    /// <summary>The language of those who read Vietnamese first.</summary>
    public const string Vietnamese = "vi";

    /// <summary>The language of those who read English first.</summary>
    public const string English = "en";

    public required Guid AgencyId { get; init; }

    /// <summary>The address in small letters: an agency has it once.</summary>
    public required string AddressKey { get; init; }

    /// <summary>The address as it was given.</summary>
    public required string Address { get; init; }

    /// <summary>Who reads it; null when that was not said.</summary>
    public string? Name { get; init; }

    /// <summary>What comes first in its mail: <see cref="Vietnamese"/> or <see cref="English"/>.</summary>
    public required string Language { get; init; }

    /// <summary>True when it is told of alerts.</summary>
    public required bool Alerts { get; init; }

    /// <summary>True when it gets the daily statements.</summary>
    public required bool Statements { get; init; }

    /// <summary><c>operator:NAME</c>.</summary>
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}
