namespace Agency.Adapter.Spool;

/// <summary>One caller's work in a group that is committed together.</summary>
internal abstract class SpoolWork
{
    public abstract void Run(SpoolTransaction transaction);

    public abstract void Succeed();

    public abstract void Fail(Exception fault);
}

/// <summary>Work with a result.</summary>
internal sealed class SpoolWork<T>(Func<SpoolTransaction, T> work) : SpoolWork
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? own;
    private T? result;

    public Task<T> Task => completion.Task;

    public override void Run(SpoolTransaction transaction)
    {
        transaction.Begin();
        try
        {
            result = work(transaction);
            transaction.Keep();
        }
        catch (Exception fault) when (transaction.IsOpen)
        {
            // Only this caller's changes are undone; his exception is handed to him when the group is through.
            transaction.Undo();
            own = fault;
        }
    }

    public override void Succeed()
    {
        if (own is null)
        {
            completion.SetResult(result!);
        }
        else
        {
            completion.SetException(own);
        }
    }

    public override void Fail(Exception fault) => completion.SetException(own ?? fault);
}
