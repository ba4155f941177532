using System.Text.Json;

namespace Axis.Hub.Tests.Operate;

/// <summary>What <c>adapter add</c> wrote for the agency.</summary>
internal static class Bundle
{
    public static JsonElement Read(CommandLine line) => JsonDocument.Parse(File.ReadAllText(line.Folder.At("bundle", "adapter.json"))).RootElement;

    public static string BrokerOf(CommandLine line) => Read(line).GetProperty("Broker").GetString()!;
}
