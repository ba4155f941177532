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
            Sender = Sender(agency, package),
        };
        return directory.IsEmpty
            ? facts
            : facts with
            {
                Receivers = [.. DoorFacts.CodesOf(package).Select(code => Receiver(code, package.Kind))],
                Earlier = sent.Earlier(package),
                SameId = sent.SameId(package),
                Amended = sent.Amended(package),
            };
    }

    private SenderFact Sender(string agency, Package package)
    {
        var from = package.From.OrganId;
        var known = directory.Read(from);
        var standing = served.Judge(agency, from, package);
        return new(from, known?.Agency.AgencyId.Key(), standing == SenderStanding.Served && known is { Agency.Active: false } ? SenderStanding.Locked : standing)
        {
            Successor = known?.Successor,
            SuspendedSince = known?.Agency.SuspendedSince,
        };
    }

    private ReceiverFact Receiver(string code, PackageKind kind)
    {
        if (kind == PackageKind.Status && code == options.AxisCode)
        {
            // What the axis itself has sent can be answered to it; it is in no directory.
            return new(code, code, ReceiverStanding.Reachable);
        }

        if (directory.Read(code) is not { Agency: var entry, Successor: var successor })
        {
            return new(code, null, ReceiverStanding.Unknown);
        }

        var standing = !entry.Active ? ReceiverStanding.Locked
            : directory.ServedThrough(entry).Any(above => above.AdapterCode is not null) ? ReceiverStanding.Reachable
            : ReceiverStanding.Unknown;
        return new(code, entry.AgencyId.Key(), standing)
        {
            Successor = successor,
            SuspendedSince = entry.SuspendedSince,
            SuspendedAdapter = directory.SuspendedAdapterOf(entry) is { } adapter ? new(adapter.Adapter, IsActive: false) { SuspendedSince = adapter.Since } : null,
        };
    }
}
