"""How does Alembic reach the database? Always on the connection that ``upgrade`` hands over."""

from alembic import context

from app.adapters.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
