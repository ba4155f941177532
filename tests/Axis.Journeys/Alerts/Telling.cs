using Agency.Adapter;
using Axis.TestKit;

namespace Axis.Journeys.Alerts;

/// <summary>Settings under which every agency's own system is told of alerts.</summary>
internal static class Telling
{
    public static Action<AdapterOptions> To(AgencyServer server) => options =>
    {
        foreach (var agency in options.Agencies)
        {
            agency.Webhook = new() { Url = server.AddressOf(agency.Code).ToString(), Secret = AgencyServer.Secret };
        }
    };
}
