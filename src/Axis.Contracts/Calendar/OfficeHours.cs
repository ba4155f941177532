using System.Globalization;

namespace Axis.Contracts.Calendar;

/// <summary>A stretch of office time, its start included and its end not.</summary>
/// <param name="Start">Start.</param>
/// <param name="End">End, later than the start.</param>
public readonly record struct OfficeSession(TimeOnly Start, TimeOnly End);

/// <summary>
/// When an agency works on a working day. There is no national rule; an agency may have its own hours. A worked Saturday is a full day.
/// </summary>
public sealed record OfficeHours
{
    private OfficeHours(IReadOnlyList<OfficeSession> sessions) => Sessions = sessions;

    /// <summary>07:30-11:30 and 13:30-17:30 (<c>working-calendar.md</c>).</summary>
    public static OfficeHours Default { get; } =
        new([new(new(7, 30), new(11, 30)), new(new(13, 30), new(17, 30))]);

    /// <summary>The sessions of a day, in order, at least one.</summary>
    public IReadOnlyList<OfficeSession> Sessions { get; }

    /// <summary>End of the day's last session.</summary>
    public TimeOnly End => Sessions[^1].End;

    /// <summary>Reads <c>07:30-11:30,13:30-17:30</c>: sessions in order that do not touch each other backwards.</summary>
    /// <returns>The hours, or <c>null</c> when the text is not of that form.</returns>
    public static OfficeHours? Read(string? text)
    {
        var sessions = new List<OfficeSession>();
        foreach (var part in (text ?? "").Split(','))
        {
            var ends = part.Trim().Split('-');
            if (ends.Length != 2 || Time(ends[0]) is not { } start || Time(ends[1]) is not { } end
                || end <= start || (sessions.Count > 0 && start < sessions[^1].End))
            {
                return null;
            }

            sessions.Add(new(start, end));
        }

        return new(sessions);
    }

    /// <summary>The form that <see cref="Read"/> takes.</summary>
    public override string ToString() => string.Join(',', Sessions.Select(session =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Start:HH:mm}-{session.End:HH:mm}")));

    /// <inheritdoc/>
    public bool Equals(OfficeHours? other) => other is not null && Sessions.SequenceEqual(other.Sessions);

    /// <inheritdoc/>
    public override int GetHashCode() => Sessions[0].GetHashCode();

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
