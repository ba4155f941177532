namespace Agency.Adapter.HubLink;

/// <summary>Tells the hub's faults from this machine's: reading from the network and writing to the disk both throw <see cref="IOException"/>.</summary>
internal static class HubFaults
{
    /// <summary>Reads from a response body.</summary>
    /// <exception cref="HubAwayException">The connection broke.</exception>
    public static async ValueTask<int> ReadAsync(Stream body, Memory<byte> block, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(block, cancellation);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new HubAwayException("The hub's answer broke off: " + broken.Message, broken);
        }
    }
}
