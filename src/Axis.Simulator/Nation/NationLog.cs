namespace Axis.Simulator.Nation;

/// <summary>What becomes of the logs of a hub and many adapters in one terminal: nothing, or all on the error stream.</summary>
internal sealed class NationLog(bool verbose)
{
    public void Apply(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        if (verbose)
        {
            logging.SetMinimumLevel(LogLevel.Warning);
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }
    }
}
