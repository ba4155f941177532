using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Calendar;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing;

/// <summary>What is known here beside a package: the clock, the calendar, this adapter, its copy of the directory, its spool.</summary>
internal sealed class FindDoorFacts(ServedAgencies served, AgencyDirectory directory, FindSent sent, AdapterOptions options, TimeProvider time)
{
    /// <summary>The facts of a package that an agency would hand over now. While the directory has never been read, nothing is known of receivers.</summary>
    public DoorFacts Find(string agency, Package package)
    {
        var facts = new DoorFacts
        {
            Now = time.GetUtcNow(),
            Calendar = WorkingCalendar.National,
            Adapter = new(options.Code, IsActive: true),
            Sender = Sender(agency, package.From.OrganId),
        };
        return directory.IsEmpty
            ? facts
            : facts with
            {
                Receivers = [.. DoorFacts.CodesOf(package).Select(Receiver)],
                Earlier = sent.Earlier(package),
                SameId = sent.SameId(package),
                Amended = sent.Amended(package),
            };
    }

    private SenderFact Sender(string agency, string from)
    {
        var entry = directory.Resolve(from);
        var standing = !served.MaySpeakAs(agency, from) ? SenderStanding.NotServed
            : entry is { Active: false } ? SenderStanding.Locked
            : SenderStanding.Served;
        return new(from, entry?.AgencyId.Key(), standing);
    }

    private ReceiverFact Receiver(string code) => directory.Resolve(code) is not { } entry
        ? new(code, null, ReceiverStanding.Unknown)
        : new(code, entry.AgencyId.Key(), !entry.Active ? ReceiverStanding.Locked
            : directory.ServedThrough(entry).Any(above => above.AdapterCode is not null) ? ReceiverStanding.Reachable
            : ReceiverStanding.Unknown);
}
